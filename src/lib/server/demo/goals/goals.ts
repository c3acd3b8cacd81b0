import type { Day } from '../../../calendar.ts';
import type { Plan } from '../../../plan/plan.ts';
import { immediately, open } from '../../core/database.ts';
import { enter } from '../../goals/figures.ts';
import * as marks from '../../goals/marks.ts';
import { choose } from '../../goals/shown.ts';
import { someone } from '../staff.ts';
import { breakOf, figuresOf, measuredIn } from './figures.ts';
import { followPlanned, hear } from './initiatives.ts';

/**
 * Invented registered figures of two to three years for every goal that has them, what was done about the plan and about what
 * citizens said, and all of it shown to everybody. Made by the same functions that the pages call.
 */
export function makeGoals(plan: Plan, today: Day): void {
	const db = open(plan.municipality);
	const by = someone(db, 'leader', today).id;
	immediately(db, () => {
		for (const [day, entries] of Map.groupBy(figuresOf(plan, today), (each) => each.retrievedOn)) {
			const entered = enter(db, plan, entries, { way: 'demo', by, today: day });
			if (!entered.ok) {
				const [problem] = entered.problems;
				throw new Error(`${plan.municipality} ${day}: ${problem?.reason}`);
			}
		}
		for (const measured of measuredIn(plan, today)) {
			if (measured.quirk !== 'break') continue;
			const { goal, measure } = measured;
			const mark = {
				goal: goal.id,
				measure: measure.id,
				from: breakOf(plan, measured, today),
				kind: 'break' as const,
				why: 'Fra nu af tælles også dem, der er i virksomhedspraktik.'
			};
			const made = marks.make(db, plan, mark, { by, today });
			if (!made.ok) throw new Error(`${plan.municipality} ${goal.id}: ${made.reason}`);
		}
		followPlanned({ db, plan, by, today });
		hear({ db, plan, by, today });
		choose(db, 'all');
	});
}
