import * as z from 'zod/mini';
import {
	listOf,
	countFrom,
	sourceFrom,
	textFrom,
	Typed,
	TypedSource,
	typedSource,
	TypedText,
	typedText
} from './fields.ts';
import type { PlanForm } from './form.ts';

const Population = z.object({
	unit: TypedText,
	on: TypedText,
	source: TypedSource,
	groups: listOf(z.object({ name: TypedText, n: Typed, situation: Typed }))
});

/** The citizens that the plan counts. Without a group there is no table. */
export const population: PlanForm<z.infer<typeof Population>> = {
	part: 'population',
	shape: Population,
	typed: ({ population: table }) => ({
		unit: typedText(table?.unit),
		on: typedText(table?.on),
		source: typedSource(table?.source ?? { kind: 'ours', why: '' }),
		groups: (table?.groups ?? []).map(({ name, n, situation = '' }) => ({
			name: typedText(name),
			n: n === null ? '' : String(n),
			situation
		}))
	}),
	into: ({ unit, on, source, groups }) => ({
		at: 'population.',
		edited:
			groups.length === 0
				? {}
				: {
						population: {
							unit: textFrom(unit),
							on: textFrom(on),
							source: sourceFrom(source),
							groups: groups.map(({ name, n, situation }) => ({
								name: textFrom(name),
								n: n.trim() === '' ? null : countFrom(n),
								invited: situation !== '',
								...(situation !== '' && { situation })
							}))
						}
					}
	})
};
