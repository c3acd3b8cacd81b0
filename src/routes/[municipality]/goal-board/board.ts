import { inPerCent, valueOf } from '$lib/rounding.ts';
import type { Day } from '$lib/calendar.ts';
import type { Aim, Goal, Heading } from '$lib/goals/goal.ts';
import { isRegistered, type Measure } from '$lib/goals/measure.ts';
import type { Period } from '$lib/goals/period.ts';
import type { Remark } from '$lib/goals/remark.ts';
import type { Status } from '$lib/goals/ruling.ts';
import type { GoalLocale } from '$lib/goals/words.ts';
import type { Board, GoalView, PlannedView } from '$lib/server/goals/board.ts';

/** Of a series, as much as fits into a small drawing. */
const VALUES_MAX = 24;

/** One goal as a row of the board: what is drawn and said of it there, and no more. */
export type GoalRow = {
	goal: Pick<Goal, 'id' | 'name' | 'measures'>;
	status: Status;
	aims: Aim[];
	measures: {
		measure: Measure;
		/** The newest value, in the measure's own unit. */
		point: { value: number; period: Period | null; isProvisional: boolean } | null;
		national: number | null;
		remark: Remark | null;
		values: number[];
		/** The line to reach, where it is one. */
		aimed: number | null;
	}[];
	next: Day | null;
};
export type Rows = {
	headings: { heading: Heading; goals: GoalRow[]; initiatives: PlannedView[] }[];
	others: Board['others'];
};

export const rowsOf = ({ headings, others }: Pick<Board, 'headings' | 'others'>): Rows => ({
	headings: headings.map(({ heading, goals, initiatives }) => ({
		heading,
		goals: goals.map(rowOf),
		initiatives
	})),
	others
});

function rowOf({ goal, status, measures }: GoalView): GoalRow {
	const nexts = measures.flatMap(({ series }) => series?.nextExpected ?? []);
	return {
		goal: { id: goal.id, name: goal.name, measures: goal.measures },
		status,
		aims: goal.aims,
		measures: measures.map((view) => {
			const last = view.series?.points.at(-1);
			return {
				measure: view.measure,
				point: newestOf(view),
				national: last?.national ?? null,
				remark: view.remark,
				values: view.series?.points.slice(-VALUES_MAX).map(({ value }) => value) ?? [],
				aimed: aimedAt(goal, view.measure)
			};
		}),
		next: nexts.sort()[0] ?? null
	};
}

/** The newest value of a measure: a registered point, or what the released figures say of a statement. */
export function newestOf({ measure, series, surveyed }: GoalView['measures'][number]) {
	const last = series?.points.at(-1);
	if (last) return { value: last.value, period: last.period, isProvisional: last.isProvisional };
	if (!surveyed || surveyed.figure.state !== 'shown' || isRegistered(measure)) return null;
	const { share, mean } = surveyed.figure;
	const value = measure.statistic === 'mean' ? mean && valueOf(mean.value) : inPerCent(share);
	return value === null ? null : { value, period: null, isProvisional: false };
}

/** The value of a goal's last aim that is a number of this measure. */
export const aimedAt = (goal: Pick<Goal, 'aims'>, { id }: Measure): number | null =>
	goal.aims
		.flatMap((aim) => (aim.kind === 'value' && aim.measure === id ? [aim.value] : []))
		.at(-1) ?? null;

/** `29,1 uger (juni 2026, foreløbigt)` */
export function valueWords(
	say: GoalLocale,
	measure: Measure,
	{ value, period, isProvisional }: NonNullable<GoalRow['measures'][number]['point']>
): string {
	const about = [
		...(period ? [say.period(period)] : []),
		...(isProvisional ? [say.g.page.provisional()] : [])
	];
	const words = say.ofMeasure(value, measure);
	return about.length > 0 ? `${words} (${about.join(', ')})` : words;
}

/** `Fra ca. 30 uger (august 2023)` */
export function baselineWords({ g, ofMeasure, period }: GoalLocale, measure: Measure): string {
	const { baseline } = measure;
	if (!baseline) return '';
	if (baseline.value === null) return g.page.fromUnknown({ period: period(baseline.period) });
	const value = ofMeasure(baseline.value, measure);
	return g.page.from({
		value: baseline.about ? g.page.aboutValue({ value }) : value,
		period: period(baseline.period)
	});
}
