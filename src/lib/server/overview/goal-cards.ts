import { monthOf, type Day } from '../../calendar.ts';
import { inWords } from '../../i18n/days.ts';
import { isOpenState, isOverdue } from '../../goals/initiative.ts';
import { surveyRuling } from '../../goals/surveyed.ts';
import type { Plan } from '../../plan/plan.ts';
import { perCent } from '../../rounding.ts';
import type { Db } from '../core/database.ts';
import { board } from '../goals/board.ts';
import * as initiatives from '../goals/initiatives.ts';
import { monthly, months } from '../goals/monthly.ts';
import * as runs from '../jobindsats/runs.ts';
import { seen, surveyed } from '../results/goal-figures.ts';
import * as results from '../results/results.ts';
import type { Staff } from '../staff/session.ts';
import type { Card } from './card.ts';

const is = (staff: Staff, ...roles: Staff['roles']): boolean =>
	staff.roles.some((role) => roles.includes(role));

/** What is late stands first on the leader's overview. */
export function initiativesCard(db: Db, staff: Staff, today: Day, plan: Plan): Card | undefined {
	const all = initiatives.inOrder(initiatives.all(db, plan), today);
	if (all.length === 0) return undefined;
	const late = all.filter((each) => isOverdue(each, today));
	const [first] = late;
	return {
		card: 'initiatives',
		to: '/initiativer',
		values: {
			open: all.filter(({ state }) => isOpenState(state)).length,
			late: late.length,
			first: first?.does || first?.heard || '',
			due: first?.due ? inWords(first.due, 'da') : ''
		},
		waits: late.length > 0 && is(staff, 'leader')
	};
}

/** How the goals stand, and what turned remarkable this month. */
export function goalsCard(db: Db, staff: Staff, today: Day, plan: Plan): Card | undefined {
	const views = board(db, plan, { ...seen(db, plan, today), audience: 'staff' }).headings.flatMap(
		({ goals }) => goals
	);
	const n = months(db).length;
	if (views.length === 0 || (n === 0 && !is(staff, 'leader', 'secretary'))) return undefined;
	const { remarkable } = monthly(db, plan, monthOf(today), today);
	const [first] = remarkable;
	return {
		card: 'goals',
		to: '/maal',
		values: {
			n,
			reached: views.filter(({ status }) => status === 'reached').length,
			behind: views.filter(({ status }) => status === 'behind' || status === 'overdue').length,
			remarkable: remarkable.length,
			first: first ? (first.measure.name ?? first.goal.name).da : ''
		},
		waits: remarkable.length > 0 && is(staff, 'leader')
	};
}

/** When figures came last, and which were to have come. */
export function figuresCard(db: Db, _staff: Staff, today: Day, plan: Plan): Card | undefined {
	const [newest] = months(db);
	const run = runs.latest(db);
	if (!newest && !run) return undefined;
	const { awaited } = monthly(db, plan, monthOf(today), today);
	return {
		card: 'figures',
		to: '/tal',
		values: {
			state: run ? run.state : 'typed',
			day: run ? inWords(run.day, 'da') : inWords(`${newest}-01`, 'da').replace(/^1\. /, 'i '),
			awaited: awaited.length
		},
		waits: awaited.length > 0
	};
}

/** The newest released figure, with its interval and whether it has changed. */
export function resultsCard(db: Db, _staff: Staff, _today: Day, plan: Plan): Card | undefined {
	const items = results.newest(db)?.questionnaire.items ?? [];
	const item = items.find(({ key }) => key) ?? items[0];
	if (!item) return undefined;
	const measure = {
		kind: 'survey',
		id: 'newest',
		item: item.id,
		statistic: 'share',
		wording: item.text,
		period: 'round'
	} as const;
	const found = surveyed(db, plan)(measure);
	if (found?.figure.state !== 'shown' || !found.figure.interval) return undefined;
	const { rule } = surveyRuling({ kind: 'direction' }, measure, found);
	const change = { 'survey-better': 'better', 'survey-worse': 'worse', 'survey-first': 'first' };
	return {
		card: 'results',
		to: '/resultater',
		values: {
			name: item.text.da,
			value: perCent(found.figure.share),
			low: perCent(found.figure.interval.low),
			high: perCent(found.figure.interval.high),
			change: Object.hasOwn(change, rule) ? change[rule as keyof typeof change] : 'same'
		},
		waits: false
	};
}
