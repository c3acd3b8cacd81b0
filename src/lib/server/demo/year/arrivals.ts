import {
	addDays,
	addMonths,
	firstDay,
	lastDay,
	monthOf,
	monthsBetween,
	type Day,
	type Month
} from '../../../calendar.ts';
import type { GivenSubmission, Phase } from './given.ts';
import type { Dated } from './meetings.ts';
import { chance, uuid, type Random } from '../random.ts';

/** Late answers are sent on this day of the next month, before its figures are published. */
const LATE_DAY = 5;

type Arriving = { on: Day; given: GivenSubmission };

/**
 * Says when each answer reaches the server: most by the end of their month, some on the 5th of the next, some when the
 * figures of their month are out already. Some are sent twice, some codes are used twice.
 * What contradicts an earlier arrival comes in a later phase, so that the order within a phase decides nothing.
 */
export function arrivals(said: Dated[], first: Month, until: Day, from: Random): Phase[] {
	const days = phaseDays(first, until);
	const arriving = said.flatMap(({ day, given }): Arriving[] => {
		const on = arrivalDay(day, until, days, from);
		if (!on) return [];
		return [{ on, given }, ...again(given, on, days, from)];
	});
	return days.map((day) => ({
		today: day,
		submissions: arriving
			.filter(({ on }) => on === day)
			.map(({ given }) => given)
			.sort((a, b) => (a.submission.id < b.submission.id ? -1 : 1))
	}));
}

const phaseDays = (first: Month, until: Day): Day[] => [
	...monthsBetween(firstDay(first), until)
		.flatMap((month) => [lastDay(month), addDays(lastDay(month), LATE_DAY)])
		.filter((day) => day < until),
	until
];

function arrivalDay(day: Day, until: Day, days: Day[], from: Random): Day | undefined {
	const month = monthOf(day);
	if (month === monthOf(until)) return until;
	const fate = from.next();
	if (fate < 0.04) return next(days, lastDay(month));
	if (fate < 0.055) {
		const on = addMonths(month, 2);
		// Still on the phone, if that is yet to come.
		return on === monthOf(until) ? until : days.find((each) => each === lastDay(on));
	}
	return lastDay(month);
}

/** A cut connection sends the same again; a torn queue may hold other words under the same id; a code is passed on. */
function again(given: GivenSubmission, on: Day, days: Day[], from: Random): Arriving[] {
	const found: Arriving[] = [];
	const later = next(days, on);
	if (chance(from, 0.01)) found.push({ on, given });
	const { submission } = given;
	if (later && submission.outcome === 'answered' && chance(from, 0.005)) {
		found.push({
			on: later,
			given: { ...given, submission: { ...submission, answers: {}, comment: 'Andre ord.' } }
		});
	}
	if (later && given.code && given.code !== 'unknown' && chance(from, 0.01)) {
		found.push({ on: later, given: { ...given, submission: { ...submission, id: uuid(from) } } });
	}
	return found;
}

const next = (days: Day[], day: Day): Day | undefined => days.find((each) => each > day);
