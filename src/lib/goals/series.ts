import { addDays, daysBetween, type Day } from '../calendar.ts';
import { comparePeriods, firstMonthOf, lastDayOf, shifted, type Period } from './period.ts';

/** One registered value as it was entered or fetched. Never changed: a correction is a later row with a reason. */
export type RegisteredFigure = {
	id: string;
	goal: string;
	measure: string;
	period: Period;
	/** Null where the source has no value for the period (`-`, `..`, `.`). */
	value: number | null;
	/** The whole country's value for the same period and table. */
	national: number | null;
	/** What a model expects, where the source has that. */
	expected: number | null;
	/** The source will change it yet. */
	isProvisional: boolean;
	/** Who publishes it: `Jobindsats`, `Egen opgørelse`. */
	source: string;
	table: { id: string; name: string } | null;
	/** As the source wrote it, before it was read as a number. */
	delivered: string;
	retrievedOn: Day;
	nextExpected: Day | null;
	note: string | null;
	way: 'typed' | 'pasted' | 'file' | 'fetched' | 'demo';
	/** The row that this one corrects, and why. */
	corrects: string | null;
	reason: string | null;
	/** When it was entered here, and the name of who did it; null for the day's turn. */
	enteredOn: Day;
	by: string | null;
};

/** A value that counts: the newest row of its period. */
export type Point = Pick<RegisteredFigure, 'period' | 'national' | 'expected' | 'isProvisional'> & {
	value: number;
};

/**
 * What a person marked in a series, shown with its reason. `break`: from this period something else is counted (a definition
 * changed), and the two sides are never joined. `change`: something was done, and the limits are set anew.
 */
export type Mark = { from: Period; kind: 'break' | 'change'; on: Day; why: string };

/** Whether the same is counted in two periods: no break begins after the one and before the end of the other. */
export function areJoined(marks: readonly Mark[], one: Period, other: Period): boolean {
	const [earlier = one, later = other] = [one, other].sort(comparePeriods);
	return !marks.some(({ kind, from }) => {
		const begins = firstMonthOf(from);
		return kind === 'break' && begins > firstMonthOf(earlier) && begins <= lastDayOf(later);
	});
}

/** The newest figures that a line may join: those since the last break. */
export const joinedPoints = ({ points, marks }: Pick<Series, 'points' | 'marks'>): Point[] => {
	const last = points.at(-1);
	return last ? points.filter(({ period }) => areJoined(marks, period, last.period)) : [];
};

/** A measure's figures as they count today, oldest first, with all that was ever entered. */
export type Series = {
	points: Point[];
	marks: Mark[];
	/** Newest first: every row, also the corrected ones. */
	history: RegisteredFigure[];
	/** When the source is to bring the next one. */
	nextExpected: Day | null;
};

/** Rows in the order they were entered, as the series they come to: the row of a period that no other corrects counts. */
export function seriesOf(rows: readonly RegisteredFigure[], marks: readonly Mark[]): Series {
	const corrected = new Set(rows.map(({ corrects }) => corrects));
	const counting = rows
		.filter(({ id }) => !corrected.has(id))
		.sort((a, b) => comparePeriods(a.period, b.period));
	return {
		points: counting.flatMap(({ period, value, national, expected, isProvisional }) =>
			value === null ? [] : [{ period, value, national, expected, isProvisional }]
		),
		marks: [...marks].sort((a, b) => comparePeriods(a.from, b.from)),
		history: rows.toReversed(),
		nextExpected: counting.at(-1)?.nextExpected ?? null
	};
}

/**
 * How far back a series is looked at: `known` is what had been entered by the end of a day, as who read it then saw it; `of` is
 * what is known today of periods that had ended by then.
 */
export type Until = { day: Day; by: 'known' | 'of' };

/** The series as it was, from rows in the order they were entered. */
export function seriesUntil(
	rows: readonly RegisteredFigure[],
	marks: readonly Mark[],
	{ day, by }: Until
): Series {
	return by === 'known'
		? seriesOf(
				rows.filter(({ enteredOn }) => enteredOn <= day),
				marks.filter(({ on }) => on <= day)
			)
		: seriesOf(
				rows.filter(({ period }) => lastDayOf(period) <= day),
				marks.filter(({ from }) => lastDayOf(from) <= day)
			);
}

/** A source that brought a period so many days after its end is expected to bring the next as late, and no later than this. */
const LAG_DAYS_MAX = 120;

export function nextExpectedOf(period: Period, retrievedOn: Day): Day {
	const lag = Math.max(0, daysBetween(lastDayOf(period), retrievedOn));
	return addDays(lastDayOf(shifted(period, 1)), Math.min(lag, LAG_DAYS_MAX));
}
