import type { Aim, When } from './goal.ts';
import type { RegisteredMeasure } from './measure.ts';
import { shifted } from './period.ts';
import type { Point, Series } from './series.ts';
import { ruling, type Situation } from './status.ts';

export const undated = { kind: 'undated' } as const;
export const during = (...periods: string[]): When => ({ kind: 'for', periods });
export const by = (day: string): When => ({ kind: 'by', day });

export const series = (
	values: readonly number[],
	from: string,
	national: number | null = null
): Series => ({
	points: values.map((value, at): Point => ({
		period: shifted(from, at),
		value,
		national,
		expected: null,
		isProvisional: false
	})),
	marks: [],
	history: [],
	nextExpected: null
});
export type Told = {
	today?: string;
	plan?: Situation['plan'];
	series?: Series;
	measure?: Partial<RegisteredMeasure>;
	done?: Situation['done'];
};
/** An aim of one registered measure, told as `[status, rule, target, period]`. */
export function judged(aim: Aim, told: Told = {}) {
	const measure: RegisteredMeasure = {
		kind: 'registered',
		id: 'figure',
		unit: 'number',
		every: 'month',
		better: 'higher',
		...told.measure
	};
	const { status, rule, target, period } = ruling({ measures: [measure] }, aim, {
		today: told.today ?? '2026-07-15',
		plan: told.plan ?? { from: 2026, to: 2027 },
		seriesOf: () => told.series,
		surveyedBy: () => null,
		done: told.done
	});
	return [status, rule, target, period];
}
export const value = (goal: number, when: When, more: object = {}): Aim => ({
	kind: 'value',
	measure: 'figure',
	value: goal,
	when,
	...more
});
export const STEADY = Array.from({ length: 12 }, (_, at) => 10 + (at % 2) * 2);
