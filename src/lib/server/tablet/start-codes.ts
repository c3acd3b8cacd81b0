import { createHmac, randomInt } from 'node:crypto';
import { ALPHABET, normalise } from '../../survey/code.ts';
import { immediately, type Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import type { Start } from './tablets.ts';

export const START_CODE_MINUTES = 30;
/** 29⁸ codes, tried some ten times an hour and valid for half an hour. */
const CHARACTERS = 8;

/**
 * Makes a code that starts one tablet, once, within half an hour: someone else may carry it there, and no password is typed
 * on a screen that is shared. Only its HMAC is kept.
 */
export function make(
	db: Db,
	keysFolder: string,
	{ round, team = '', label }: Start,
	now: Date
): string {
	const code = Array.from({ length: CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
		''
	);
	const expiresAt = secondsOf(now) + START_CODE_MINUTES * 60;
	db.prepare(
		'insert into start_code (hmac, round, team, label, expires_at) values (?, ?, ?, ?, ?)'
	).run(hmac(db, keysFolder, code), round, team, label, expiresAt);
	return `${code.slice(0, CHARACTERS / 2)}-${code.slice(CHARACTERS / 2)}`;
}

/** Uses a code up, however it was typed. @returns what it starts, or undefined when it is wrong, used or too old */
export function use(db: Db, keysFolder: string, typed: string, now: Date): Start | undefined {
	return immediately(db, () => {
		const row = db
			.prepare<[Buffer], { round: string; team: string; label: string; expires_at: number }>(
				'delete from start_code where hmac = ? returning round, team, label, expires_at'
			)
			.get(hmac(db, keysFolder, normalise(typed)));
		if (!row || row.expires_at <= secondsOf(now)) return undefined;
		return { round: row.round, team: row.team || undefined, label: row.label };
	});
}

// With a secret outside the file: so short a code could be found from a plain hash.
const hmac = (db: Db, keysFolder: string, code: string): Buffer =>
	createHmac('sha256', keyring.codeSecret(db, keysFolder)).update(`start ${code}`).digest();

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000);
