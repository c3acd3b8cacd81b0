import { offeredIn } from '../languages.ts';
import type { Month } from '../../../calendar.ts';
import { TEAM_MIN_CASEWORKERS, type Plan, type Team } from '../../../plan/plan.ts';
import type { Answer } from '../../../survey/questionnaire.ts';
import type { Submission } from '../../../survey/submission.ts';
import { comment } from './comments.ts';
import type { Profile } from './profile.ts';
import { between, chance, normal, weighted, type Random } from '../random.ts';

/** What a citizen says: the part of a submission that does not depend on how they were asked. */
export type Said = Pick<Submission, 'language' | 'about' | 'answers' | 'comment'>;

export type Citizens = {
	/** Teams by how many talks they have; `undefined` is a citizen without a team. */
	teams: readonly (readonly [Team | undefined, number])[];
	answer(from: Random, team: string | undefined, month: Month): Said;
	language(from: Random): string;
};

type Group = { id: string; weight: number; mood: number };

const OWN_MOOD = 0.7;
const MOMENT = 0.7;
/** Where an answer of 5, 4, 3 and 2 begins, in standard deviations above "neither" turning into "agree". */
const LIMITS = [
	[5, 0.9],
	[4, 0],
	[3, -0.6],
	[2, -1.3]
] as const;

/** The invented people of a municipality: some teams, situations and statements do better than others. */
export function citizensOf(plan: Plan, profile: Profile, seed: Random): Citizens {
	const world = seed.fork('world');
	const teams = teamsOf(plan, world);
	const teamMoods = new Map(
		levelled(
			plan.teams.map(({ id, caseworkers }) => ({
				id,
				weight: caseworkers,
				mood: 0.3 * normal(world)
			}))
		).map(({ id, mood }) => [id, mood])
	);
	const situations = groups(plan.situations, world, 0.25);
	const forms = groups(plan.meetingForms, world, 0.2);
	const items = (plan.questionnaires[0]?.items ?? []).map((item) => ({
		id: item.id,
		middle: item.key ? profile.pleased : 0.2 + 0.9 * world.next(),
		na: 0.06 * world.next(),
		unclear: 0.03 * world.next()
	}));
	const monthMood = (month: Month): number => 0.06 * normal(seed.fork(`month ${month}`));

	function answer(from: Random, team: string | undefined, month: Month): Said {
		const situation = chance(from, 0.86) ? one(from, situations) : undefined;
		const form = chance(from, 0.9) ? one(from, forms) : undefined;
		const mood =
			OWN_MOOD * normal(from) +
			((team && teamMoods.get(team)) || 0) +
			(situation?.mood ?? 0) +
			(form?.mood ?? 0) +
			monthMood(month);
		const spoken = language(from);
		const answers: { [item: string]: Answer } = {};
		for (const item of items) {
			if (chance(from, 0.02)) continue;
			if (chance(from, item.na)) answers[item.id] = 'na';
			else if (chance(from, item.unclear * (spoken === 'let' ? 0.3 : 1))) {
				answers[item.id] = 'unclear';
			} else answers[item.id] = point(item.middle + mood + MOMENT * normal(from));
		}
		return {
			language: spoken,
			about: {
				...(situation && { situation: situation.id }),
				...(form && { meetingForm: form.id })
			},
			// A few say nothing at all: a respected answer too. Some of them write something nevertheless.
			answers: chance(from, 0.01) ? {} : answers,
			comment: chance(from, 0.13) ? comment(from, mood, spoken) : ''
		};
	}

	const languages = spokenIn(plan);
	const language = (from: Random): string => weighted(from, languages);
	return { teams, answer, language };
}

/** How many of a hundred answer in each language: a few in each of those that are neither Danish nor English. */
function spokenIn(plan: Plan): [string, number][] {
	const offered = offeredIn(plan);
	const share: { [code: string]: number } = { da: 78, let: 10, en: 7 - 0.5 * (offered.length - 3) };
	return offered.map((code) => [code, share[code] ?? 0.5]);
}

/** By caseworkers. One team has just begun: it has too few talks to be shown alone. */
function teamsOf(plan: Plan, world: Random): Citizens['teams'] {
	const large = plan.teams.filter(
		(team) => !team.mergedInto && team.caseworkers >= TEAM_MIN_CASEWORKERS
	);
	const newest = large.length >= 4 ? large.at(-1) : undefined;
	const weights = plan.teams.map(
		(team) =>
			[team, team.caseworkers * (0.8 + 0.4 * world.next()) * (team === newest ? 0.12 : 1)] as const
	);
	const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
	return [...weights, [undefined, all > 0 ? 0.05 * all : 1]];
}

/** The first of the list is the commonest, and the last is rare. */
const groups = (choices: readonly { id: string }[], world: Random, spread: number): Group[] =>
	levelled(
		choices.map(({ id }, i) => ({
			id,
			weight: i === choices.length - 1 ? 1 : between(world, 20, 40) / Math.sqrt(i + 1),
			mood: spread * normal(world)
		}))
	);

/** Groups differ, but do not move the middle of everybody. */
function levelled(list: Group[]): Group[] {
	const weight = list.reduce((sum, group) => sum + group.weight, 0);
	const middle = list.reduce((sum, group) => sum + group.weight * group.mood, 0) / weight;
	return list.map((group) => ({ ...group, mood: group.mood - middle }));
}

const one = (from: Random, list: Group[]): Group =>
	weighted(
		from,
		list.map((group) => [group, group.weight] as const)
	);

function point(value: number): Answer {
	for (const [answer, limit] of LIMITS) if (value >= limit) return answer;
	return 1;
}
