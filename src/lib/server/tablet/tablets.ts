import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Round } from '../../survey/round.ts';
import * as collecting from '../rounds/collecting.ts';
import type { Db } from '../core/database.ts';
import * as grants from './grants.ts';

export const LABEL_MAX = 40;

/** What a tablet is started with: chosen by a caseworker, on the tablet itself or with a start code. */
export type Start = { round: string; team?: string; label: string };
/** What the tablet keeps: its key to the intake, and what stands at the top of its screen. */
export type Started = { token: string; round: string; team?: string; teamName: string };
type Refusal = { ok: false; reason: 'bad-round' | 'bad-team' | 'long-label' };

/** The rounds that ask on tablets today, newest first, each with its teams. */
export const choices = (
	db: Db,
	plan: Plan,
	today: Day
): { id: string; name: string; teams: { id: string; name: string }[] }[] =>
	collecting.open(db, 'tablet', today).map((round) => ({
		id: round.id,
		name: round.name.da,
		teams: collecting.teamsOf(plan, round)
	}));

/** Whether a tablet may be started so today. A team must be named where there are any: else who is not asked cannot show. */
export function check(
	db: Db,
	plan: Plan,
	{ round: id, team, label = '' }: Pick<Start, 'round' | 'team'> & { label?: string },
	today: Day
): { ok: true; round: Round; teamName: string } | Refusal {
	const round = collecting.open(db, 'tablet', today).find((each) => each.id === id);
	if (!round) return { ok: false, reason: 'bad-round' };
	const teams = collecting.teamsOf(plan, round);
	const found = teams.find((each) => each.id === team);
	if (!found && (teams.length > 0 || team !== undefined)) return { ok: false, reason: 'bad-team' };
	if (label.length > LABEL_MAX) return { ok: false, reason: 'long-label' };
	return { ok: true, round, teamName: found?.name ?? '' };
}

/** @param previous the token that the tablet carried until now */
export function start(
	db: Db,
	plan: Plan,
	{ round, team, label }: Start,
	{ previous, today }: { previous?: string; today: Day }
): { ok: true; started: Started } | Refusal {
	const checked = check(db, plan, { round, team, label }, today);
	if (!checked.ok) return checked;
	const grant = { round, team, channel: 'tablet', label, madeOn: today } as const;
	const token = grants.make(db, grant, previous);
	return { ok: true, started: { token, round, team, teamName: checked.teamName } };
}

/** The key opens nothing: it is the hash of the token. Days are all that is known of a tablet. */
export type Tablet = {
	key: string;
	label: string;
	round: string;
	team: string | null;
	madeOn: Day | null;
	seenOn: Day | null;
	isRevoked: boolean;
};

/** Every tablet that was started, those in use first; one that was started again is listed once. */
export const list = (db: Db): Tablet[] =>
	db
		.prepare<[], Omit<Tablet, 'key' | 'isRevoked'> & { hash: Buffer; revoked: number }>(
			`select hash, coalesce(label, '') as label, round, team, made_on as madeOn, seen_on as seenOn, revoked
			 from grant_token where channel = 'tablet' and replaced = 0
			 order by revoked, label collate nocase, made_on desc, hash`
		)
		.all()
		.map(({ hash, revoked, ...tablet }) => ({
			...tablet,
			key: hash.toString('hex'),
			isRevoked: revoked === 1
		}));

/** From now on nothing is taken from the tablet. What waits on it stays there, and comes when it is started again. */
export const revoke = (db: Db, key: string): Tablet | undefined => {
	const tablet = list(db).find((each) => each.key === key && !each.isRevoked);
	if (!tablet) return undefined;
	db.prepare<[Buffer]>('update grant_token set revoked = 1 where hash = ?').run(
		Buffer.from(key, 'hex')
	);
	return { ...tablet, isRevoked: true };
};
