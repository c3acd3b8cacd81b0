import {
	earliest,
	monthOf,
	monthsBetween,
	quarterOf,
	type Day,
	type Month
} from '../../calendar.ts';
import { monthInWords } from '../../i18n/days.ts';
import { takesUntil, type Channel, type Round } from '../../survey/round.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as changes from './changes.ts';
import * as rounds from './rounds.ts';

/** Rounds that a channel asks in today, newest first: what codes and paper forms may be made for. */
export const open = (db: Db, channel: Channel, today: Day): Round[] =>
	rounds
		.list(db)
		.map(({ round }) => round)
		.filter((round) => round.channels.includes(channel) && changes.isAsking(db, round, today))
		.reverse();

/** Rounds that a channel will ask in and whose first day has not come, the nearest first. */
const upcoming = (db: Db, channel: Channel, today: Day): Round[] =>
	rounds
		.list(db)
		.map(({ round }) => round)
		.filter(
			(round) =>
				round.channels.includes(channel) &&
				today < round.opensOn &&
				!changes.stoppedOn(db, round.id)
		);

/** Rounds that codes may be made for: post takes days, so those that begin later are among them. */
export const sendable = (db: Db, today: Day): Round[] => [
	...open(db, 'code', today),
	...upcoming(db, 'code', today)
];

/** Rounds that paper may be printed and handed out for: those to come, too. */
export const printable = (db: Db, today: Day): Round[] => [
	...receiving(db, 'paper', today),
	...upcoming(db, 'paper', today)
];

/** Rounds whose paper forms may still be counted: those that are open, and for thirty days after. */
export const receiving = (db: Db, channel: Channel, today: Day): Round[] =>
	rounds
		.list(db)
		.map(({ round }) => round)
		.filter(
			(round) =>
				round.channels.includes(channel) && round.opensOn <= today && today <= takesUntil(round)
		)
		.reverse();

/** The months that have begun, newest first: meetings to come have not been held. Before its first day a round has its first. */
export const months = (round: Round, today: Day): Month[] =>
	today < round.opensOn
		? [monthOf(round.opensOn)]
		: monthsBetween(round.opensOn, earliest(today, round.closesOn)).reverse();

/** The months in which something handed out still counts as offered: offers are frozen with their quarter. */
export function openMonths(db: Db, round: Round, today: Day): Month[] {
	const frozen = new Set(
		rounds
			.units(db, round.id)
			.filter(({ state }) => state !== 'open')
			.map(({ unit }) => unit)
	);
	return months(round, today).filter((month) => !frozen.has(quarterOf(month)));
}

/** The plan's teams that a round asks in. */
export const teamsOf = (plan: Plan, round: Round): { id: string; name: string }[] =>
	plan.teams
		.filter(({ id }) => round.teams?.includes(id) ?? true)
		.map(({ id, name }) => ({ id, name: name.da }));

/** What was made or handed out, as the log names it. */
export const batchInWords = (
	{ name }: Round,
	month: Month,
	team: { name: string } | undefined,
	count: number
): string =>
	`${[name.da, monthInWords(month, 'da'), ...(team ? [team.name] : [])].join(', ')}: ${count}`;
