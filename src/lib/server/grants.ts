import { createHash, randomBytes } from 'node:crypto';
import type { Db } from './database.ts';

/** What a handed-over tablet, or the keying in of paper forms, may post as: one round, one team, and nothing else. */
export type Grant = { round: string; channel: 'tablet' | 'paper'; team: string | undefined };

/** Makes a grant; its token is known only to the device that carries it. */
export function make(
	db: Db,
	grant: { round: string; channel: Grant['channel']; team?: string }
): string {
	const token = randomBytes(32).toString('base64url');
	db.prepare('insert into grant_token (hash, round, channel, team) values (?, ?, ?, ?)').run(
		hash(token),
		grant.round,
		grant.channel,
		grant.team ?? null
	);
	return token;
}

export function find(db: Db, token: string): Grant | undefined {
	const row = db
		.prepare<[Buffer], { round: string; channel: Grant['channel']; team: string | null }>(
			'select round, channel, team from grant_token where hash = ? and revoked = 0'
		)
		.get(hash(token));
	return row && { ...row, team: row.team ?? undefined };
}

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();
