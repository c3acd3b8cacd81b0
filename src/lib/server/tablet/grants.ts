import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import { ifFree } from '../core/limits/patience.ts';
import { hashOf, token as newToken } from '../core/secrets.ts';

/** A round, and the team of it that answers are counted in. */
const Scope = z.object({ round: z.string(), team: z.optional(z.string()) });
type Scope = z.infer<typeof Scope>;

/** What a handed-over tablet, or the keying in of paper forms, may post as: one round, one team, and nothing else. */
const Given = z.object({
	round: z.string(),
	channel: z.enum(['tablet', 'paper']),
	team: z.optional(z.string()),
	/** What the tablet was started with before: what still waits on it is of those. */
	earlier: z.optional(z.array(Scope))
});
export type Grant = z.infer<typeof Given>;
export const Grant = z.nullable(Given);

type Made = Scope & { channel: Grant['channel']; label?: string; madeOn?: Day };

/**
 * Makes a grant; its token is known only to the device that carries it.
 * @param previous the token that this device carried until now, revoked or not: what waits on it may be sent under the new
 * one, and under the old one nothing more
 */
export function make(db: Db, grant: Made, previous?: string): string {
	const token = newToken();
	immediately(db, () => {
		const { round, channel, team = null, label = null, madeOn = null } = grant;
		db.prepare(
			'insert into grant_token (hash, round, channel, team, label, made_on) values (?, ?, ?, ?, ?, ?)'
		).run(hashOf(token), round, channel, team, label, madeOn);
		if (previous !== undefined) inherit(db, { from: hashOf(previous), to: hashOf(token) });
	});
	return token;
}

export function find(db: Db, token: string): Grant | undefined {
	const hash = hashOf(token);
	const row = prepared<[Buffer], { round: string; channel: Grant['channel']; team: string | null }>(
		db,
		'select round, channel, team from grant_token where hash = ? and revoked = 0'
	).get(hash);
	if (!row) return undefined;
	const earlier = prepared<[Buffer], { round: string; team: string }>(
		db,
		'select round, team from grant_earlier where hash = ?'
	)
		.all(hash)
		.map((scope) => ({ round: scope.round, team: scope.team || undefined }));
	return { ...row, team: row.team ?? undefined, ...(earlier.length > 0 && { earlier }) };
}

/** Notes the day, and no finer time, that a device was heard from; no answer of it waits until that can be written. */
export function noteSeen(db: Db, token: string, today: Day): void {
	const hash = hashOf(token);
	const known = prepared<[Buffer, Day]>(
		db,
		'select 1 from grant_token where hash = ? and seen_on = ?'
	).get(hash, today);
	if (known) return;
	ifFree(() =>
		prepared<[Day, Buffer]>(db, 'update grant_token set seen_on = ? where hash = ?').run(
			today,
			hash
		)
	);
}

/** The teams of a round that a grant speaks for, the one of today first; none where it has nothing to do with the round. */
export const teamsIn = (grant: Grant, round: string): (string | undefined)[] =>
	[grant, ...(grant.earlier ?? [])]
		.filter((scope) => scope.round === round)
		.map(({ team }) => team);

function inherit(db: Db, hashes: { from: Buffer; to: Buffer }): void {
	db.prepare<{ from: Buffer; to: Buffer }>(
		`insert into grant_earlier (hash, round, team)
		 select :to, round, coalesce(team, '') from grant_token where hash = :from and channel = 'tablet'
		 union select :to, round, team from grant_earlier where hash = :from`
	).run(hashes);
	// It stays: should the reply be lost on its way, the tablet comes with the old one again.
	db.prepare<[Buffer]>(
		"update grant_token set revoked = 1, replaced = 1 where hash = ? and channel = 'tablet'"
	).run(hashes.from);
}
