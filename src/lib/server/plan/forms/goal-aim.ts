import * as z from 'zod/mini';
import type { Aim, When } from '../../../goals/goal.ts';
import { decimalFrom, optional, Typed, typedDecimal } from './fields.ts';

export const TypedAim = z.object({
	kind: Typed,
	measure: Typed,
	value: Typed,
	/** `on` */
	about: Typed,
	atLeast: Typed,
	amount: Typed,
	unit: Typed,
	each: Typed,
	side: Typed,
	when: z._default(z.object({ kind: Typed, periods: Typed, day: Typed }), {
		kind: '',
		periods: '',
		day: ''
	})
});
export type TypedAim = z.infer<typeof TypedAim>;

const BLANK: TypedAim = {
	kind: '',
	measure: '',
	value: '',
	about: '',
	atLeast: '',
	amount: '',
	unit: '',
	each: '',
	side: '',
	when: { kind: 'undated', periods: '', day: '' }
};

export function typedAim(aim: Aim): TypedAim {
	const common = {
		...BLANK,
		kind: aim.kind,
		measure: (aim.kind !== 'done' && aim.measure) || '',
		when: typedWhen(aim.when)
	};
	if (aim.kind === 'value') {
		return {
			...common,
			value: typedDecimal(aim.value),
			about: aim.about ? 'on' : '',
			atLeast: aim.atLeast ? 'on' : ''
		};
	}
	if (aim.kind === 'change') {
		return { ...common, amount: typedDecimal(aim.amount), unit: aim.unit, each: aim.each };
	}
	return aim.kind === 'national' ? { ...common, side: aim.side } : common;
}

/**
 * Only what belongs to the chosen kind; the plan's shape refuses what is missing.
 * @param unitOf what a measure of the goal is counted in
 */
export function aimFrom(typed: TypedAim, unitOf: (measure: string) => string | undefined): unknown {
	const { kind, measure, value, about, atLeast, amount, unit, each, side } = typed;
	const common = { kind, when: whenFrom(typed.when) };
	if (kind === 'done') return common;
	if (kind === 'direction') return { ...common, measure: optional(measure) };
	if (kind === 'value') {
		return {
			...common,
			measure,
			value: decimalFrom(value, unitOf(measure)),
			...(about === 'on' && { about: true }),
			...(atLeast === 'on' && { atLeast: true })
		};
	}
	if (kind === 'change') {
		const counted = unit === 'own' ? unitOf(measure) : unit || undefined;
		return { ...common, measure, amount: decimalFrom(amount, counted), unit, each };
	}
	return kind === 'national' ? { ...common, measure, side } : { ...common, measure };
}

const typedWhen = (when: When): TypedAim['when'] => ({
	kind: when.kind,
	periods: when.kind === 'for' ? when.periods.join(', ') : '',
	day: when.kind === 'by' ? when.day : ''
});

const whenFrom = ({ kind, periods, day }: TypedAim['when']): unknown => {
	if (kind === 'by') return { kind, day: day.trim() };
	if (kind !== 'for') return { kind: kind || 'undated' };
	return { kind, periods: periods.split(/[\s,;]+/).filter((each) => each !== '') };
};
