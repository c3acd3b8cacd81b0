import type { Day } from '$lib/calendar.ts';
import type { Initiative } from '$lib/goals/initiative.ts';
import type { Status } from '$lib/goals/ruling.ts';
import { joinedPoints } from '$lib/goals/series.ts';
import { aimWords, remarkWords, whenWords, whichWords, type GoalLocale } from '$lib/goals/words.ts';
import type { Language } from '$lib/i18n/messages.ts';
import type { Db } from '$lib/server/core/database.ts';
import { board, type Board, type GoalView } from '$lib/server/goals/board.ts';
import type { Plan } from '$lib/plan/plan.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { aimedAt, baselineWords, decimalsOf, newestOf, nextWords, valueWords } from './board.ts';

/** Of a series since its last break, as much as fits into a small drawing. */
const VALUES_MAX = 24;

/** One goal as a row of the board, in the reader's words: what is drawn and said of it there, and no more. */
export type GoalRow = {
	id: string;
	name: string;
	status: Status;
	word: string;
	/** The newest value of each of its measures, and what is remarkable about it. */
	figures: { now: string; remark: string | null }[];
	/** From where to what, beside what, and when more is known. */
	way: string[];
	drawings: { values: number[]; aimed: number | null }[];
};
export type Rows = {
	headings: {
		id: string;
		text: string;
		goals: GoalRow[];
		initiatives: (Initiative & { isCutOff: boolean })[];
	}[];
	others: Initiative[];
};

export const rowsOf = ({ headings, others }: Board, say: GoalLocale, today: Day): Rows => ({
	headings: headings.map(({ heading, goals, initiatives: planned }) => ({
		id: heading.id,
		text: say.locale.text(heading.text),
		goals: goals.map((view) => rowOf(view, say, today)),
		initiatives: planned.map(({ planned: { name, isCutOff }, initiative }) => ({
			...initiative,
			does: say.locale.text(name),
			isCutOff: isCutOff === true
		}))
	})),
	others
});

/** Whose words, and on which day. */
export type Reading = { say: GoalLocale; language: Language; today: Day };

/** What everybody sees today. */
export const publicRows = (
	db: Db,
	plan: Plan,
	{ say, today }: Pick<Reading, 'say' | 'today'>
): Rows => rowsOf(board(db, plan, { ...seen(db, plan, today), audience: 'public' }), say, today);

function rowOf({ goal, status, measures }: GoalView, say: GoalLocale, today: Day): GoalRow {
	const { g, locale, ofMeasure } = say;
	const newest = measures.map((view) => ({
		view,
		point: newestOf(view),
		decimals: decimalsOf(goal, view)
	}));
	const nationals = newest.flatMap(({ view: { measure, series: own }, decimals }) => {
		const national = own?.points.at(-1)?.national ?? null;
		const value = national === null ? null : ofMeasure(national, measure, decimals);
		return value === null ? [] : [g.page.national({ value })];
	});
	const [next] = measures.flatMap((view) => view.series?.nextExpected ?? []).sort();
	return {
		id: goal.id,
		name: locale.text(goal.name),
		status,
		word: g.status[status](),
		figures: newest.flatMap(({ view: { measure, remark }, point, decimals }) =>
			point
				? [
						{
							now: [whichWords(say, goal, measure), valueWords(say, measure, point, decimals)]
								.filter(Boolean)
								.join(': '),
							remark: remark && remarkWords(say, remark)
						}
					]
				: []
		),
		way: [
			...measures.flatMap(({ measure }) => (measure.baseline ? baselineWords(say, measure) : [])),
			// Several figures that are to go the same way say so once.
			...new Set(
				goal.aims.map((aim) =>
					g.page.aim({ aim: aimWords(say, goal, aim), when: whenWords(say, aim.when) })
				)
			),
			...nationals,
			...(next ? [nextWords(say, next, today)] : [])
		],
		drawings: measures.flatMap(({ measure, series: own }) => {
			const joined = own ? joinedPoints(own) : [];
			const values = joined.slice(-VALUES_MAX).map(({ value }) => value);
			return values.length > 1 ? [{ values, aimed: aimedAt(goal, measure) }] : [];
		})
	};
}
