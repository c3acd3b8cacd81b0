import { monthOf, type Day } from '$lib/calendar.ts';
import { sayingOf } from '../../goal-board/saying.ts';
import type { Until } from '$lib/goals/series.ts';
import type { Plan } from '$lib/plan/plan.ts';
import { today } from '$lib/server/core/environment.ts';
import { board } from '$lib/server/goals/board.ts';
import { monthly, months } from '$lib/server/goals/monthly.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { rowsOf } from '../../goal-board/rows.ts';
import { authorise } from '../authorise.ts';
import type { PageServerLoad } from './$types';

/** `periode`: a month, a year of the plan, or `planen` for how all of it ended. */
export const load: PageServerLoad = async (event) => {
	const { db, plan } = authorise(event);
	const day = today();
	const withFigures = months(db);
	const years = yearsOf(plan, day);
	const asked = event.url.searchParams.get('periode') ?? '';
	const choices = { months: withFigures, years: years.toReversed() };
	const common = { today: day, choices, plan: planOf(plan, day), population: plan.population };
	if (asked === 'planen' || years.includes(asked)) {
		const end: Day = `${asked === 'planen' ? plan.period.to : asked}-12-31`;
		const until: Until = { day: end, by: 'of' };
		// Judged on the day after: then its last day is over.
		const judgedOn = end < day ? `${Number(end.slice(0, 4)) + 1}-01-01` : day;
		const seeing = { ...seen(db, plan, judgedOn), audience: 'staff' as const, until };
		const year = rowsOf(board(db, plan, seeing), await sayingOf(), judgedOn);
		return { ...common, period: asked, year, month: null };
	}
	const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : (withFigures[0] ?? monthOf(day));
	return { ...common, period: month, month: monthly(db, plan, month, day), year: null };
};

const planOf = ({ title, period }: Plan, day: Day) => ({
	title,
	period,
	isExpired: Number(day.slice(0, 4)) > period.to
});

/** The plan's years that have begun. */
function yearsOf({ period }: Plan, day: Day): string[] {
	const last = Math.min(period.to, Number(day.slice(0, 4)));
	return Array.from({ length: Math.max(0, last - period.from + 1) }, (_, n) =>
		String(period.from + n)
	);
}
