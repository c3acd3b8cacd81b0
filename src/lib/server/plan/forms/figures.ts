import * as z from 'zod/mini';
import {
	idOf,
	listOf,
	numberFrom,
	sourceFrom,
	textFrom,
	Typed,
	TypedSource,
	typedSource,
	TypedText,
	typedText
} from './fields.ts';
import type { PlanForm } from './form.ts';

const NO_BASELINE = { share: '', year: '', n: '', wording: {} };
const Targets = z.object({
	targets: listOf(
		z.object({
			id: Typed,
			item: Typed,
			goal: Typed,
			wording: TypedText,
			baseline: z._default(
				z.object({ share: Typed, year: Typed, n: Typed, wording: TypedText }),
				NO_BASELINE
			),
			period: Typed,
			source: TypedSource
		})
	)
});

/** Figures to reach, each measured by one statement. A baseline of which nothing is written is none. */
export const targets: PlanForm<z.infer<typeof Targets>> = {
	part: 'targets',
	shape: Targets,
	typed: (plan) => ({
		targets: plan.targets.map(({ id, item, goal, wording, baseline, period, source }) => ({
			id,
			item,
			goal: String(goal),
			wording: typedText(wording),
			baseline: baseline
				? {
						share: String(baseline.share),
						year: String(baseline.year),
						n: baseline.n === null ? '' : String(baseline.n),
						wording: typedText(baseline.wording)
					}
				: NO_BASELINE,
			period,
			source: typedSource(source)
		}))
	}),
	into: (typed, _plan, known) => {
		const taken = known.ids('targets');
		return {
			edited: {
				targets: typed.targets.map(({ id, item, goal, wording, baseline, period, source }) => ({
					id: idOf(id, wording, taken),
					item,
					goal: numberFrom(goal),
					wording: textFrom(wording),
					baseline: baselineFrom(baseline),
					period,
					source: sourceFrom(source)
				}))
			}
		};
	}
};

function baselineFrom({ share, year, n, wording }: typeof NO_BASELINE): unknown {
	const text = textFrom(wording);
	const isNone = [share, year, n, ...Object.values(text)].every((each) => each.trim() === '');
	if (isNone) return undefined;
	return {
		share: numberFrom(share),
		year: numberFrom(year),
		n: n.trim() === '' ? null : numberFrom(n),
		wording: text
	};
}

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
								n: n.trim() === '' ? null : numberFrom(n),
								invited: situation !== '',
								...(situation !== '' && { situation })
							}))
						}
					}
	})
};
