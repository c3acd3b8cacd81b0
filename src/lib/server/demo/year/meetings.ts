import { firstDay, monthOf, type Day, type Month } from '../../../calendar.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Channel, Round } from '../../../survey/round.ts';
import type { NotOfferedReason, Submission } from '../../../survey/submission.ts';
import type { Citizens, Said } from './citizens.ts';
import type { GivenBatch, GivenCode, GivenSubmission } from './given.ts';
import type { Profile } from './profile.ts';
import { about, between, binomial, chance, uuid, weighted, type Random } from '../random.ts';

/** A finished answer and the true day of it, which a wrong clock may hide. */
export type Dated = { day: Day; given: GivenSubmission };

type Asked = {
	plan: Plan;
	profile: Profile;
	citizens: Citizens;
	round: Round;
	/** Of the demo's months, 0 is the first. */
	index: number;
	month: Month;
	/** The last day of the month that has been. */
	until: Day;
	batchesBefore: number;
	/** 1 is a whole ordinary month. */
	size: number;
	chance: Random;
};

const REASONS: readonly (readonly [NotOfferedReason, number])[] = [
	['no-time', 34],
	['remote-meeting', 26],
	['asked-recently', 14],
	['difficult-meeting', 12],
	['language', 9],
	['screen-failed', 5]
];
/** Of the talks with a tablet in the room, these many end without an offer. */
const NOT_OFFERED = 0.22;
const PAPER_RATE = 0.58;

/** One month of talks: who got a code, a form or the tablet, and what came of it. */
export function meetings(asked: Asked): { batches: GivenBatch[]; said: Dated[] } {
	const batches: GivenBatch[] = [];
	const said: Dated[] = [];
	const { profile, citizens } = asked;
	const all = citizens.teams.reduce((sum, [, weight]) => sum + weight, 0);

	for (const [team, weight] of citizens.teams) {
		const from = asked.chance.fork(`team ${team?.id ?? ''}`);
		const share = (weight / all) * asked.size;
		const sent = about(from, profile.codes * share);
		if (sent > 0) {
			const batch = asked.batchesBefore + batches.push(batchOf(asked, 'code', team?.id, sent)) - 1;
			const used = binomial(from, sent, profile.codeRate);
			for (let index = 0; index < used; index++) {
				said.push(one(asked, from, 'code', team?.id, { batch, index }));
			}
		}
		if (profile.paperMonths.includes(asked.index)) {
			const given = about(from, profile.paper * share);
			if (given > 0) batches.push(batchOf(asked, 'paper', team?.id, given));
			for (let back = binomial(from, given, PAPER_RATE); back > 0; back--) {
				said.push(one(asked, from, 'paper', team?.id));
			}
		}
		// A tablet always belongs to a team.
		if (!team) continue;
		for (
			let talks = about(from, (profile.tablets * share) / (1 - NOT_OFFERED));
			talks > 0;
			talks--
		) {
			said.push(
				chance(from, NOT_OFFERED)
					? notOffered(asked, from, team.id)
					: onTablet(asked, from, team.id)
			);
		}
	}

	const poster = asked.chance.fork('poster');
	for (let answers = about(poster, profile.posters * asked.size); answers > 0; answers--) {
		said.push(one(asked, poster, 'open', undefined));
	}
	return { batches, said };
}

const batchOf = (
	{ round, month }: Asked,
	channel: GivenBatch['channel'],
	team: string | undefined,
	invited: number
): GivenBatch => ({ round: round.id, channel, ...(team && { team }), month, invited });

function one(
	asked: Asked,
	from: Random,
	channel: Channel,
	team: string | undefined,
	code?: GivenCode
): Dated {
	const declined =
		channel === 'code' ? chance(from, 0.04) : channel === 'open' && chance(from, 0.02);
	const said = declined ? silent(asked, from) : asked.citizens.answer(from, team, asked.month);
	// The code knows its team, so a phone need not say it. One does, and wrongly.
	const named = channel === 'code' ? wrongTeam(asked, from) : team;
	const known = code && chance(from, 0.004) ? 'unknown' : code;
	return dated(asked, from, channel, named, declined ? 'declined' : 'answered', said, known);
}

function onTablet(asked: Asked, from: Random, team: string): Dated {
	const outcome = weighted(from, [
		['answered', 74],
		['declined', 16],
		['later', 10]
	] as const);
	const said =
		outcome === 'answered' ? asked.citizens.answer(from, team, asked.month) : silent(asked, from);
	return dated(asked, from, 'tablet', team, outcome, said);
}

function notOffered(asked: Asked, from: Random, team: string): Dated {
	const said: Said = { language: 'da', about: {}, answers: {}, comment: '' };
	const found = dated(asked, from, 'tablet', team, 'not-offered', said);
	const reason = weighted(from, REASONS);
	return { ...found, given: { submission: { ...found.given.submission, reason } } };
}

const silent = (asked: Asked, from: Random): Said => ({
	language: asked.citizens.language(from),
	about: {},
	answers: {},
	comment: ''
});

const wrongTeam = ({ plan }: Asked, from: Random): string | undefined =>
	chance(from, 0.01) ? plan.teams[between(from, 0, plan.teams.length - 1)]?.id : undefined;

function dated(
	{ round, month, until }: Asked,
	from: Random,
	channel: Channel,
	team: string | undefined,
	outcome: Submission['outcome'],
	said: Said,
	code?: GivenCode
): Dated {
	const day = `${month}-${String(between(from, 1, Number(until.slice(8)))).padStart(2, '0')}`;
	return {
		day,
		given: {
			submission: {
				id: uuid(from),
				round: round.id,
				questionnaire: round.questionnaire,
				answeredOn: onTheClock(from, day),
				channel,
				...(team && { team }),
				outcome,
				...said
			},
			...(code && { code })
		}
	};
}

/** Now and then a device's clock is a year ahead, or two behind. */
function onTheClock(from: Random, day: Day): Day {
	const years = chance(from, 0.01) ? (chance(from, 0.5) ? 1 : -2) : 0;
	if (years === 0) return day;
	return `${Number(day.slice(0, 4)) + years}${firstDay(monthOf(day)).slice(4)}`;
}
