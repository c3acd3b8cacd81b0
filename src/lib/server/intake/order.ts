import { randomBytes } from 'node:crypto';
import type { Db } from '../core/database.ts';
import { moving } from '../core/moving-keys/moving.ts';
import * as box from '../rounds/box.ts';
import * as rounds from '../rounds/rounds.ts';
import * as comments from './comments.ts';

const KEY_BYTES = 32;

/**
 * At the day's turn: which comment came when is forgotten. Every comment that still waits is sealed anew, under another key,
 * and the former key goes with the box that it lay in. What else could tell an order is where rows lie in the file, which is
 * then written anew (`retention.rewrite`).
 */
export function forget(db: Db, keysFolder: string): void {
	for (const kept of rounds.list(db)) {
		for (const { unit, kind, state } of rounds.units(db, kept.round.id)) {
			if (kind !== 'quarter' || state !== 'open') continue;
			moving(db, () => forgetQuarter(db, { keysFolder, ...kept, unit, kind }));
		}
	}
}

function forgetQuarter(db: Db, name: box.BoxName): void {
	const counts = box.readIf(db, name);
	if (!counts) return;
	const fresh = randomBytes(KEY_BYTES);
	const { round, unit: quarter } = name;
	comments.renew(db, { round: round.id, quarter, key: counts.commentKey }, fresh);
	counts.commentKey = fresh;
	box.write(db, name, counts);
}
