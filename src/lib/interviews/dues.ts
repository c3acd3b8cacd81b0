import { addMonths, lastDay, monthOf, type Day } from '../calendar.ts';
import type { InterviewKind } from './kind.ts';

export type Due = { kind: string; dueOn: Day };
/** A course is begun for a due date this many months before it, at the earliest. */
const MONTHS_AHEAD = 12;

/** Every date by which an interview course is due, from the month of `from` on for a year. */
export function dues(kinds: readonly Pick<InterviewKind, 'id' | 'due'>[], from: Day): Due[] {
	const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) =>
		addMonths(monthOf(from), ahead)
	);
	return months.flatMap((month) =>
		kinds
			.filter(({ due }) => due.includes(Number(month.slice(5))))
			.map(({ id }) => ({ kind: id, dueOn: lastDay(month) }))
	);
}
