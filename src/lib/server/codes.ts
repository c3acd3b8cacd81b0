import { createHmac, randomInt } from 'node:crypto';
import type { Month } from '../calendar.ts';
import { ALPHABET, withCheck } from '../survey/code.ts';
import { immediately, prepared, type Db } from './database.ts';
import * as keys from './keys.ts';

const RANDOM_CHARACTERS = 7;

/**
 * Makes a batch of personal one-time codes: the only time that they are known. Only their HMAC is kept, under a secret
 * outside the database, and nothing that leaves the system tells whether one was used.
 */
export function make(
	db: Db,
	keysFolder: string,
	batch: { round: string; prefix: string; team?: string; month: Month; count: number }
): string[] {
	const codes = new Set<string>();
	while (codes.size < batch.count) codes.add(withCheck(batch.prefix, randomCharacters()));
	immediately(db, () => {
		const { lastInsertRowid } = db
			.prepare(
				"insert into batch (round, channel, team, month, invited) values (?, 'code', ?, ?, ?)"
			)
			.run(batch.round, batch.team ?? null, batch.month, batch.count);
		const add = db.prepare('insert into code (hmac, round, team, batch) values (?, ?, ?, ?)');
		const secret = keys.codeSecret(keysFolder);
		for (const code of codes) {
			add.run(hmac(secret, code), batch.round, batch.team ?? null, lastInsertRowid);
		}
	});
	return [...codes];
}

/** Notes that paper forms were handed out: a denominator. */
export function handOutPaper(
	db: Db,
	batch: { round: string; team?: string; month: Month; count: number }
): void {
	db.prepare(
		"insert into batch (round, channel, team, month, invited) values (?, 'paper', ?, ?, ?)"
	).run(batch.round, batch.team ?? null, batch.month, batch.count);
}

/** Uses a code up, inside the transaction that counts its answer. Its own team overrides what the device said. */
export function use(
	db: Db,
	secret: Buffer,
	round: string,
	code: string
): { ok: true; team: string | undefined } | { ok: false; reason: 'code-used' | 'code-unknown' } {
	const key = hmac(secret, code);
	const row = db
		.prepare<[Buffer, string], { used: number; team: string | null }>(
			'select used, team from code where hmac = ? and round = ?'
		)
		.get(key, round);
	if (!row) return { ok: false, reason: 'code-unknown' };
	if (row.used) return { ok: false, reason: 'code-used' };
	prepared<[Buffer]>(db, 'update code set used = 1 where hmac = ?').run(key);
	return { ok: true, team: row.team ?? undefined };
}

const hmac = (secret: Buffer, code: string): Buffer =>
	createHmac('sha256', secret).update(code).digest();

const randomCharacters = (): string =>
	Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
