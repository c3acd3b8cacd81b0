import { cell, publish } from './published.ts';
import { plan, staffed } from './interviews.ts';
import { monthsOfQuarter } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Db } from '../../src/lib/server/core/database.ts';

export { ok, plan } from './interviews.ts';
export const QUARTER = '2026-Q1';
/** A day on which all of it is out. */
export const READ_ON = '2026-05-20';

/** Two quarters of a plan's own questionnaire, in released figures: the first statement has surely risen, the others have not. */
export function measured(
	db: Db,
	{ questionnaires: [questionnaire] }: Pick<Plan, 'questionnaires'>,
	{ id = '2025-26', more = 0 } = {}
): Round {
	if (!questionnaire) throw new Error('a plan asks something');
	const round: Round = {
		id,
		prefix: 'AA',
		name: { da: 'Målingen 2025–26' },
		questionnaire: 'hash',
		opensOn: '2025-10-01',
		closesOn: '2026-03-31',
		channels: ['code', 'tablet'],
		breakdowns: []
	};
	const quarters = ['2025-Q4', QUARTER];
	publish(db, round, questionnaire, [
		...quarters
			.flatMap(monthsOfQuarter)
			.map((month) => [month, 'month', 'released'] as [string, 'month', string]),
		...quarters.map((quarter) => [quarter, 'quarter', 'released'] as [string, 'quarter', string])
	]);
	for (const quarter of quarters) {
		for (const month of monthsOfQuarter(quarter)) {
			const answers = questionnaire.items.map((item, n) => {
				const agree = (n === 0 && quarter === QUARTER ? 90 : 60 + n) + more;
				return [item.id, { 5: agree, 4: 3, 3: 4, 2: 2, 1: 100 - agree + more, na: 1, skipped: n }];
			});
			const outcomes = {
				answered: 111 + more,
				any: 110 + more,
				'code:answered': 81 + more,
				'tablet:answered': 30,
				'tablet:declined': 12,
				'tablet:later': 2,
				'not-offered:no-time': 7
			};
			cell(db, id, month, {}, outcomes, Object.fromEntries(answers));
		}
		cell(db, id, quarter, {}, { 'offered:code': 900 + 9 * more, 'offered:tablet': 140 });
	}
	return round;
}

/** A municipality with people and two measured quarters. */
export function house() {
	const { db, cast } = staffed();
	measured(db, plan);
	return { db, cast };
}
