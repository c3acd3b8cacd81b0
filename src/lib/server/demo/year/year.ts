import {
	addDays,
	addMonths,
	daysBetween,
	firstDay,
	lastDay,
	monthOf,
	monthsBetween,
	type Day,
	type Month
} from '../../../calendar.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isOpen } from '../../../survey/round.ts';
import { arrivals } from './arrivals.ts';
import { citizensOf } from './citizens.ts';
import type { Given, GivenBatch } from './given.ts';
import { meetings, type Dated } from './meetings.ts';
import { profileOf } from './profile.ts';
import { random } from '../random.ts';
import { CLOSED_MONTHS, roundsOf } from './rounds.ts';

/** Fewer than METHOD's threshold, with room for what arrives late. */
const QUIET_ANSWERS = 5;
// With this seed Vejen stands near its goal: the verdict is then the honest "kan ikke afgøres".
const SEED = 'Øjenhøjde 3';

/**
 * A year of a municipality, all invented: twelve closed months and an open one until yesterday, in two rounds, with
 * everything that a real year would bring. The same plan, day and seed give the same year.
 */
export function year(plan: Plan, today: Day, seed = SEED): Given {
	const profile = profileOf(plan.municipality);
	const chance = random(`${seed}/${plan.municipality}`);
	const citizens = citizensOf(plan, profile, chance);
	const rounds = roundsOf(plan, today, profile);
	const first = addMonths(monthOf(today), -CLOSED_MONTHS);
	const batches: GivenBatch[] = [];
	const said: Dated[] = [];
	const yesterday = addDays(today, -1);
	for (const [index, month] of monthsBetween(firstDay(first), yesterday).entries()) {
		const round = rounds.find((each) => isOpen(each, firstDay(month)));
		if (!round) continue;
		const until = month === monthOf(yesterday) ? yesterday : lastDay(month);
		const quiet = index === profile.quietMonth;
		const held = meetings({
			plan,
			profile,
			citizens,
			round,
			index,
			month,
			until,
			batchesBefore: batches.length,
			size: portion(month, until) * (quiet ? 0.1 : 1),
			chance: chance.fork(month)
		});
		batches.push(...held.batches);
		said.push(...(quiet ? few(held.said) : held.said));
	}
	return { rounds, batches, phases: arrivals(said, first, yesterday, chance.fork('arrivals')) };
}

/** How much of a month is over on a day of it. */
const portion = (month: Month, until: Day): number =>
	(daysBetween(firstDay(month), until) + 1) / (daysBetween(firstDay(month), lastDay(month)) + 1);

function few(said: Dated[]): Dated[] {
	let answers = 0;
	return said.filter(
		({ given: { submission } }) =>
			submission.channel === 'open' ||
			submission.outcome !== 'answered' ||
			++answers <= QUIET_ANSWERS
	);
}
