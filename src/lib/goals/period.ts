import * as z from 'zod/mini';
import { addDays, addMonths, lastDay, type Day, type Month } from '../calendar.ts';

/** What a registered figure is of: `2026-08`, `2026-Q3`, `2026-H1` or `2026`. */
export const Period = z.string().check(z.regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/));
export type Period = z.infer<typeof Period>;

export const Every = z.enum(['month', 'quarter', 'half-year', 'year']);
export type Every = z.infer<typeof Every>;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies {
	[every in Every]: number;
};
/** How many of them a year has. */
export const perYear = (every: Every): number => 12 / MONTHS[every];

export function everyOf(period: Period): Every {
	if (period.length === 4) return 'year';
	if (period[5] === 'Q') return 'quarter';
	return period[5] === 'H' ? 'half-year' : 'month';
}

const yearOf = (period: Period): number => Number(period.slice(0, 4));
/** Counted from 1: the third quarter is 3, a whole year is 1. */
const numberOf = (period: Period): number => Number(period.slice(5).replace(/\D/, '') || 1);

/** The period of a kind that a month belongs to: `2026-05` and `quarter` give `2026-Q2`. */
function periodAt(every: Every, month: string): Period {
	const year = month.slice(0, 4);
	const n = Math.ceil(Number(month.slice(5)) / MONTHS[every]);
	return { month, quarter: `${year}-Q${n}`, 'half-year': `${year}-H${n}`, year }[every];
}

export const firstMonthOf = (period: Period): Month =>
	addMonths(`${yearOf(period)}-01`, (numberOf(period) - 1) * MONTHS[everyOf(period)]);

export const lastDayOf = (period: Period): Day =>
	lastDay(addMonths(firstMonthOf(period), MONTHS[everyOf(period)] - 1));

/** So many periods of the same kind later, or earlier. */
export const shifted = (period: Period, by: number): Period =>
	periodAt(everyOf(period), addMonths(firstMonthOf(period), by * MONTHS[everyOf(period)]));

/** Every period of one kind from the first to the last, both included. */
export function periodsBetween(from: Period, to: Period): Period[] {
	const all: Period[] = [];
	for (let at = from; at <= to; at = shifted(at, 1)) all.push(at);
	return all;
}

/** Every period of a kind that lies wholly within another: the quarters of a year. */
export const within = (every: Every, period: Period): Period[] =>
	MONTHS[every] > MONTHS[everyOf(period)]
		? []
		: periodsBetween(
				periodAt(every, firstMonthOf(period)),
				periodAt(every, lastDayOf(period).slice(0, 7))
			);

/** The last period of a kind that has ended on a day: on 30 June that is the second quarter. */
export const lastEnded = (every: Every, day: Day): Period =>
	shifted(periodAt(every, addDays(day, 1).slice(0, 7)), -1);

/** Earlier first; of two that end on one day, the longer last. */
export function comparePeriods(a: Period, b: Period): number {
	const [endA, endB] = [lastDayOf(a), lastDayOf(b)];
	if (endA !== endB) return endA < endB ? -1 : 1;
	return MONTHS[everyOf(a)] - MONTHS[everyOf(b)];
}
