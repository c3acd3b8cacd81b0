import { addDays, addMonths, earliest, lastDay, type Day } from '../../calendar.ts';
import type { Eligibility } from '../kind.ts';

/** A case of the list: when it began (or when the talk was), and when it ended, if it has. */
export type Span = { start: Day; end?: Day };

/** Whether someone may be drawn on a day. A course that has ended counts with the months that it lasted. */
export function isEligible(
	{ start, end = '9999-12-31' }: Span,
	rule: Eligibility,
	on: Day
): boolean {
	if (start > on) return false;
	if (rule.rule === 'talk-weeks') return start >= addDays(on, -7 * rule.weeks);
	return monthsOn(start, rule.months) <= earliest(end, on);
}

/** The same day of the month so many months on; the 31st of a shorter month is its last day. */
export function monthsOn(day: Day, months: number): Day {
	const month = addMonths(day.slice(0, 7), months);
	return earliest(`${month}${day.slice(7)}`, lastDay(month));
}
