import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Fraction } from '../../rounding.ts';
import { categoryOf, takesUntil, UNKNOWN, type Round } from '../../survey/round.ts';
import * as codes from '../rounds/codes.ts';
import { TABLET_OFFERED } from '../rounds/counters.ts';
import type { Db } from '../core/database.ts';
import * as fieldwork from './fieldwork.ts';
import { ofRound } from './round-plan.ts';
import * as rounds from '../rounds/rounds.ts';

/** Fewer offers than a released team must have: a share of them would be about a few. */
const OFFERED_MIN = 20;

/** How it goes in a team: what was offered, and of the answers as many as may be said while they are open. */
type FieldTeam = {
	/** Null for those whose team nobody has said. */
	name: string | null;
	offered: number;
	answered: number;
	/** About, as both are rounded; null where too few were offered, or more answered than that. */
	rate: Fraction | null;
};
export type Field = {
	round: Pick<Round, 'id' | 'closesOn'> & { name: string };
	day: Day;
	teams: FieldTeam[];
};

/** The rounds that still bring answers, as they stood yesterday. Rounds without a breakdown by team have no rows. */
export const inTheField = (db: Db, plan: Plan, today: Day): Field[] =>
	rounds
		.list(db)
		.filter(({ round }) => round.opensOn <= today && today <= takesUntil(round))
		.flatMap((kept) => {
			const { round } = kept;
			const written = fieldwork.read(db, round.id);
			if (!written) return [];
			const { id, closesOn, name } = round;
			const teams = teamsOf(db, ofRound(db, plan, kept), round, written.rows);
			return [{ round: { id, closesOn, name: name.da }, day: written.day, teams }];
		});

function teamsOf(db: Db, plan: Plan, round: Round, rows: fieldwork.FieldworkRow[]): FieldTeam[] {
	const breakdown = round.breakdowns.find(({ name }) => name === 'team');
	if (!breakdown) return [];
	const handedOut = handedOutSince(db, round.id);
	return breakdown.categories
		.map((team) => {
			const n = (answer: string): number =>
				rows.find(
					(row) => row.dimension === 'team' && row.category === team && row.answer === answer
				)?.n ?? 0;
			const sent = handedOut
				.filter((batch) => categoryOf(breakdown, batch.team) === team)
				.reduce((sum, { invited }) => sum + invited, 0);
			const offered = sent + n(TABLET_OFFERED);
			const answered = n('answered');
			const isSaid = offered >= OFFERED_MIN && answered <= offered;
			return {
				name: plan.teams.find(({ id }) => id === team)?.name.da ?? (team === UNKNOWN ? null : team),
				offered,
				answered,
				rate: isSaid ? { k: answered, n: offered } : null
			};
		})
		.filter(({ offered, answered }) => offered > 0 || answered > 0);
}

/** What was handed out in the months whose answers are not released: the others are in the results. */
function handedOutSince(db: Db, round: string): codes.Batch[] {
	const out = rounds
		.units(db, round)
		.filter(({ kind, state }) => kind === 'month' && (state === 'released' || state === 'hidden'))
		.map(({ unit }) => unit);
	const last = out.sort().at(-1) ?? '';
	return codes.handedOut(db, round).filter(({ month }) => month > last);
}

export type Coming = {
	day: Day;
	what: 'opens' | 'closes' | 'publishes';
	round: string;
	unit: string;
};

const COMING_MAX = 8;

/** The next days on which a round opens, closes or has figures published, the soonest first. */
export const coming = (db: Db, today: Day): Coming[] =>
	rounds
		.list(db)
		.flatMap(({ round: { id, name, opensOn, closesOn } }): Coming[] => [
			{ day: opensOn, what: 'opens', round: name.da, unit: '' },
			{ day: closesOn, what: 'closes', round: name.da, unit: '' },
			...rounds
				.units(db, id)
				.filter(({ state }) => state === 'open')
				.map(({ unit, publishesOn }) => ({
					day: publishesOn,
					what: 'publishes' as const,
					round: name.da,
					unit
				}))
		])
		.filter(({ day }) => day > today)
		.sort((a, b) => (a.day < b.day ? -1 : 1))
		.slice(0, COMING_MAX);
