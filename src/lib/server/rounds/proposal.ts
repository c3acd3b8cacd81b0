import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import { daysBetween, monthOf, monthsBetween, type Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { ALPHABET } from '../../survey/code.ts';
import { BreakdownName, Channel, type Breakdown, type Round } from '../../survey/round.ts';
import { earliestExtension } from './changes.ts';
import * as compliance from './compliance.ts';
import type { Db } from '../core/database.ts';
import { questionnaireHash } from './questionnaire-hash.ts';
import { areTeamSizesOurs, threshold } from '../core/settings.ts';
import * as rounds from './rounds.ts';
import type { Outcome } from '../../outcome.ts';

/** A round as a leader fills it in, before it is opened. */
export const Proposal = z.strictObject({
	name: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
	questionnaire: z.string(),
	teams: z.array(z.string()),
	channels: z.array(Channel).check(z.minLength(1)),
	opensOn: z.iso.date(),
	closesOn: z.iso.date(),
	expected: z.int().check(z.gte(0), z.lte(1_000_000)),
	/** What a breakdown is published by; absent, the round is not broken down by it. */
	breakdowns: z.partialRecord(BreakdownName, z.enum(['quarter', 'half-year', 'round']))
});
export type Proposal = z.infer<typeof Proposal>;

export type Refusal =
	| rounds.Refusal
	| 'compliance-missing'
	| 'telephone-missing'
	| 'team-sizes-unknown'
	| 'in-the-past'
	| 'too-long'
	| 'unknown-questionnaire'
	| 'unknown-team'
	| 'only-posters';

/** Longer, and a year's plan would be over before the last figures. */
export const ROUND_MAX_MONTHS = 13;
/** METHOD §2: under a third of those asked answer. */
const ANSWERS_PER_INVITATION = 1 / 3;

/** Something to know before opening: a limit of METHOD §4 that will bite, in numbers. None of them forbids. */
export type Caution =
	| { kind: 'merged-team'; team: string; into: string }
	| { kind: 'unseen-team'; team: string }
	| {
			kind: 'few-per-cell';
			breakdown: Breakdown['name'];
			answers: number;
			categories: number;
			spans: number;
	  }
	| { kind: 'few-per-month'; answers: number }
	| { kind: 'posters-apart' }
	| { kind: 'cannot-extend' }
	| { kind: 'waits-for-end'; on: Day };

/** The round that a proposal would be, under an id and a prefix that no other has, in any municipality here. */
export function roundOf(
	db: Db,
	plan: Plan,
	proposal: Proposal,
	prefixesElsewhere: readonly string[] = []
): Round | undefined {
	const questionnaire = questionnaireOf(plan, proposal);
	if (!questionnaire) return undefined;
	const taken = rounds.list(db).map(({ round }) => round);
	const prefixes = new Set([...taken.map(({ prefix }) => prefix), ...prefixesElsewhere]);
	const all = proposal.teams.length === plan.teams.length || proposal.teams.length === 0;
	const asked = all ? undefined : proposal.teams;
	return {
		id: freeId(monthOf(proposal.opensOn), taken),
		prefix: freePrefix(prefixes),
		name: { da: proposal.name },
		questionnaire: questionnaireHash(questionnaire),
		opensOn: proposal.opensOn,
		closesOn: proposal.closesOn,
		channels: Channel.options.filter((channel) => proposal.channels.includes(channel)),
		breakdowns: rounds.breakdownsOf(plan, 'quarter', asked).flatMap((each) => {
			const unit = proposal.breakdowns[each.name];
			return unit ? [{ ...each, unit }] : [];
		}),
		...(asked && { teams: asked })
	};
}

/** Why a proposal cannot be opened, if it cannot. The limits are METHOD's, and the same for everybody. */
export function refusalOf(
	db: Db,
	plan: Plan,
	proposal: Proposal,
	{ today, demo }: { today: Day; demo: boolean }
): Refusal | undefined {
	// Nobody real is asked before it is settled by what right.
	if (!demo && !compliance.read(db)) return 'compliance-missing';
	// Whoever has had a bad meeting is told whom to call.
	if (!demo && !compliance.contacts(db, plan)[0]?.telephone) return 'telephone-missing';
	// A guessed size would show a figure of two people, or hide one of nine.
	if (!demo && !areTeamSizesOurs(db)) return 'team-sizes-unknown';
	if (proposal.opensOn < today) return 'in-the-past';
	if (daysBetween(proposal.opensOn, proposal.closesOn) + 1 < rounds.ROUND_MIN_DAYS) {
		return 'too-short';
	}
	if (monthsBetween(proposal.opensOn, proposal.closesOn).length > ROUND_MAX_MONTHS) {
		return 'too-long';
	}
	if (proposal.expected < rounds.ROUND_MIN_INVITATIONS) return 'too-few-invitations';
	if (proposal.channels.every((channel) => channel === 'open')) return 'only-posters';
	if (!proposal.teams.every((id) => plan.teams.some((team) => team.id === id))) {
		return 'unknown-team';
	}
	const round = roundOf(db, plan, proposal);
	return round ? rounds.conflict(rounds.list(db), round) : 'unknown-questionnaire';
}

/** Opens what was proposed. From then on its dates, questions and categories stand. */
export function open(
	db: Db,
	keysFolder: string,
	plan: Plan,
	proposal: Proposal,
	on: { today: Day; demo: boolean; prefixesElsewhere?: readonly string[] }
): Outcome<Refusal, { round: Round }> {
	const reason = refusalOf(db, plan, proposal, on);
	if (reason) return { ok: false, reason };
	const round = roundOf(db, plan, proposal, on.prefixesElsewhere);
	const questionnaire = questionnaireOf(plan, proposal);
	if (!round || !questionnaire) return { ok: false, reason: 'unknown-questionnaire' };
	const opened = rounds.open(db, keysFolder, round, questionnaire, proposal.expected);
	return opened.ok ? { ok: true, round } : opened;
}

const questionnaireOf = (plan: Plan, { questionnaire }: Proposal) =>
	plan.questionnaires.find(({ id, retired }) => id === questionnaire && !retired);

export function cautionsOf(db: Db, plan: Plan, proposal: Proposal): Caution[] {
	const round = roundOf(db, plan, proposal);
	if (!round) return [];
	const k = threshold(db);
	const answers = Math.floor(proposal.expected * ANSWERS_PER_INVITATION);
	const months = monthsBetween(round.opensOn, round.closesOn).length;
	const cautions: Caution[] = teamCautions(plan, round);
	if (answers / months < k) {
		cautions.push({ kind: 'few-per-month', answers: Math.floor(answers / months) });
	}
	for (const { name, unit, categories } of round.breakdowns) {
		const spans = rounds.unitsOf(round).filter(({ kind }) => kind === unit).length;
		// `unknown` takes part in the hiding, but nobody waits for its figure.
		const named = categories.filter((category) => category !== 'unknown').length;
		if (answers / spans / named < k) {
			cautions.push({ kind: 'few-per-cell', breakdown: name, answers, categories: named, spans });
		}
	}
	if (round.channels.includes('open')) cautions.push({ kind: 'posters-apart' });
	if (!earliestExtension(round)) cautions.push({ kind: 'cannot-extend' });
	const last = rounds.unitsOf(round).findLast(({ kind }) => kind === 'month');
	if (last) cautions.push({ kind: 'waits-for-end', on: last.publishesOn });
	return cautions;
}

function teamCautions(plan: Plan, round: Round): Caution[] {
	const breakdown = round.breakdowns.find(({ name }) => name === 'team');
	if (!breakdown) return [];
	const asked = plan.teams.filter(({ id }) => round.teams?.includes(id) ?? true);
	return asked.flatMap((team): Caution[] => {
		const into = breakdown.merged?.[team.id];
		if (into && breakdown.categories.includes(into)) {
			return [{ kind: 'merged-team', team: team.id, into }];
		}
		return breakdown.categories.includes(team.id) ? [] : [{ kind: 'unseen-team', team: team.id }];
	});
}

function freeId(wanted: string, taken: Round[]): string {
	const ids = new Set(taken.map(({ id }) => id));
	for (let n = 1; ; n++) {
		const id = n === 1 ? wanted : `${wanted}-${n}`;
		if (!ids.has(id)) return id;
	}
}

/**
 * Two characters that begin every code of the round; a retired round's are never used again while it is kept, nor those of
 * another municipality here: so a code says where it belongs.
 */
function freePrefix(prefixes: ReadonlySet<string>): string {
	for (;;) {
		const prefix = `${ALPHABET[randomInt(ALPHABET.length)]}${ALPHABET[randomInt(ALPHABET.length)]}`;
		if (!prefixes.has(prefix)) return prefix;
	}
}
