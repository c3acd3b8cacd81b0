import { lastDay, monthOf, type Day, type Month } from '../../calendar.ts';
import type { Goal } from '../../goals/goal.ts';
import { isOverdue, type Initiative } from '../../goals/initiative.ts';
import { isRegistered, type RegisteredMeasure } from '../../goals/measure.ts';
import { isRemarkable, remarkOn, type Remark } from '../../goals/remark.ts';
import type { Point, RegisteredFigure, Series } from '../../goals/series.ts';
import { pointYearEarlier } from '../../goals/target.ts';
import type { Plan } from '../../plan/plan.ts';
import { prepared, type Db } from '../core/database.ts';
import { rows } from './figures.ts';
import * as initiatives from './initiatives.ts';
import { allUntil, keyOf } from './series.ts';

/** A figure that came in a month, as it was seen when the month was over. */
export type Came = {
	goal: Pick<Goal, 'id' | 'name' | 'aims'>;
	measure: RegisteredMeasure;
	point: Point;
	/** What is remarkable about it; null for what only counts up. */
	remark: Remark | null;
	/** Of the same a year before; null also where something else was counted then. */
	yearEarlier: number | null;
	/** It corrects one that was there. */
	isCorrection: boolean;
};
export type Monthly = {
	month: Month;
	remarkable: Came[];
	/** Nothing sure has changed, or there are too few figures to say. */
	usual: Came[];
	/** Figures that were to have come by the end of the month, and had not. */
	awaited: { goal: Came['goal']; measure: RegisteredMeasure; on: Day }[];
	/** What was moved on in the month, and is not late. */
	moved: Initiative[];
	overdue: Initiative[];
};

/** Months in which a figure came, newest first. */
export const months = (db: Db): Month[] =>
	prepared<[], Month>(
		db,
		'select distinct substr(retrieved_on, 1, 7) from registered_figure order by 1 desc'
	)
		.pluck()
		.all();

/** One month for the management: every figure that came, what is remarkable about it and what is not. */
export function monthly(db: Db, plan: Plan, month: Month, today: Day): Monthly {
	const end = lastDay(month) < today ? lastDay(month) : today;
	const series = allUntil(db, { day: end, by: 'known' });
	const arrived = Map.groupBy(
		rows(db).filter(({ retrievedOn }) => monthOf(retrievedOn) === month),
		keyOf
	);
	const measured = plan.goals
		.filter(({ sameAs, ended }) => sameAs === undefined && ended === undefined)
		.flatMap((goal) => goal.measures.filter(isRegistered).map((measure) => ({ goal, measure })));
	const came = measured.flatMap(({ goal, measure }) => {
		const key = keyOf({ goal: goal.id, measure: measure.id });
		return cameOf(goal, measure, series.get(key), arrived.get(key) ?? []);
	});
	const now = initiatives.allOn(db, plan, end);
	return {
		month,
		remarkable: came.filter(({ remark }) => remark !== null && isRemarkable(remark)),
		usual: came.filter(({ remark }) => remark === null || !isRemarkable(remark)),
		awaited: measured.flatMap(({ goal, measure }) => {
			const on = series.get(keyOf({ goal: goal.id, measure: measure.id }))?.nextExpected;
			return on && on <= end ? [{ goal, measure, on }] : [];
		}),
		moved: now.filter(
			(each) =>
				!isOverdue(each, end) &&
				each.history.some(({ on, from }) => from !== null && monthOf(on) === month)
		),
		overdue: now.filter((each) => isOverdue(each, end))
	};
}

function cameOf(
	goal: Goal,
	measure: RegisteredMeasure,
	series: Series | undefined,
	arrived: readonly RegisteredFigure[]
): Came[] {
	if (!series) return [];
	const periods = new Map(arrived.map(({ period, corrects }) => [period, corrects !== null]));
	return series.points
		.filter(({ period }) => periods.has(period))
		.map((point) => ({
			goal: { id: goal.id, name: goal.name, aims: goal.aims },
			measure,
			point,
			remark: remarkOn(series, measure, point.period),
			yearEarlier: pointYearEarlier(series, point.period)?.value ?? null,
			isCorrection: periods.get(point.period) ?? false
		}));
}
