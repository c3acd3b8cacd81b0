import { cell, publish } from './published.ts';
import { addMonths } from '../../src/lib/calendar.ts';
import type { Aim, Goal, When } from '../../src/lib/goals/goal.ts';
import type { SurveyMeasure } from '../../src/lib/goals/measure.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Db } from '../../src/lib/server/core/database.ts';
import {
	plan as base,
	questionnaire,
	round
} from '../../src/lib/server/results/results.fixture.ts';

const [first] = base.goals as [Goal];
const [measure] = first.measures as [SurveyMeasure];
export const undated: When = { kind: 'undated' };
export const inYear = (...periods: string[]): When => ({ kind: 'for', periods });
export const by = (day: string): When => ({ kind: 'by', day });
export const reach = (value: number, when: When = undated): Aim => ({
	kind: 'value',
	measure: 'figure',
	value,
	when
});
export const better = (when: When): Aim => ({ kind: 'direction', measure: 'figure', when });
export const goal = (
	id: string,
	aims: Aim[],
	more: Partial<Goal> = {},
	of: Partial<SurveyMeasure> = {}
): Goal => ({
	...first,
	id,
	measures: [{ ...measure, baseline: undefined, ...of }],
	aims,
	...more
});
export const planOf = (...goals: Goal[]): Plan => ({
	...base,
	period: { from: 2024, to: 2028 },
	goals
});

/** A round with months that are out and months that are to come, and so many of a hundred in each who are satisfied. */
export function measured(
	db: Db,
	months: string[],
	agree: number | { [month: string]: number },
	open: string[] = []
): void {
	const id = months[0] ?? open[0] ?? '';
	const opensOn = `${id}-01`;
	const unit = (month: string, state: string): [string, 'month', string, string] => [
		month,
		'month',
		state,
		`${addMonths(month, 1)}-10`
	];
	publish(db, { ...round, id, prefix: id.slice(2, 4), opensOn, breakdowns: [] }, questionnaire, [
		...months.map((month) => unit(month, 'released')),
		...open.map((month) => unit(month, 'open'))
	]);
	for (const month of months) {
		const satisfied = typeof agree === 'number' ? agree : (agree[month] ?? 0);
		const answers = { 5: satisfied, 1: 100 - satisfied };
		cell(db, id, month, {}, { answered: 100, any: 100 }, { overall: answers, planned: answers });
	}
}
export const YEAR_2025 = ['2025-01', '2025-02', '2025-03'];
export const YEAR_2026 = ['2026-01', '2026-02', '2026-03'];
