/** A day as `YYYY-MM-DD`, in Danish time. No finer time than this is ever stored. */
export type Day = string;
/** A calendar month as `YYYY-MM`. */
export type Month = string;
/** Half-open spans of months that a breakdown is released in. */
export type UnitKind = 'month' | 'quarter' | 'half-year' | 'round';

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** Today in Denmark. */
export const today = (now: Date = new Date()): Day => copenhagen.format(now);

export const monthOf = (day: Day): Month => day.slice(0, 7);

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
	const date = utc(day);
	date.setUTCDate(date.getUTCDate() + days);
	return dayOf(date);
}

export const daysBetween = (from: Day, to: Day): number =>
	Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

export function addMonths(month: Month, months: number): Month {
	const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
	return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

export const firstDay = (month: Month): Day => `${month}-01`;
export const lastDay = (month: Month): Day => addDays(`${addMonths(month, 1)}-01`, -1);

/** Every month that has a day in [from, to], in order. */
export function monthsBetween(from: Day, to: Day): Month[] {
	const months: Month[] = [];
	for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
		months.push(month);
	}
	return months;
}

/** `2026-05` → `2026-Q2`. */
export const quarterOf = (month: Month): string =>
	`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** `2026-Q1` → `2025-Q4`. */
export const quarterBefore = (quarter: string): string =>
	quarterOf(addMonths(monthsOfQuarter(quarter)[0], -1));

/** `2026-Q2` → April, May and June. */
export function monthsOfQuarter(quarter: string): [Month, Month, Month] {
	const last = Number(quarter.slice(6)) * 3;
	const month = (n: number): Month => `${quarter.slice(0, 4)}-${String(n).padStart(2, '0')}`;
	return [month(last - 2), month(last - 1), month(last)];
}

/** `2026-05` → `2026-H1`. */
export const halfYearOf = (month: Month): string =>
	`${month.slice(0, 4)}-H${Number(month.slice(5)) <= 6 ? 1 : 2}`;

/** The name of the unit of a kind that a month belongs to: `2026-05`, `2026-Q2`, `2026-H1` or `round`. */
export function unitOf(kind: UnitKind, month: Month): string {
	if (kind === 'month') return month;
	if (kind === 'quarter') return quarterOf(month);
	if (kind === 'half-year') return halfYearOf(month);
	return 'round';
}

/** The earlier and the later of two days. */
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
export const latest = (a: Day, b: Day): Day => (a > b ? a : b);
