import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { UnitKind } from '../calendar.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import type { Round } from '../survey/round.ts';
import { layout, type Counts } from './counters.ts';
import type { Db } from './database.ts';
import * as keys from './keys.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Which box: a round's unit, with all that is needed to lay out and seal its counters. */
export type BoxName = {
	keysFolder: string;
	round: Round;
	questionnaire: Questionnaire;
	unit: string;
	kind: UnitKind;
};

/**
 * Reads a box. Only intake and release may: until its unit is released nobody can see a period's counters.
 * @throws when the key is gone or the box is not the one that was sealed.
 */
export function read(db: Db, box: BoxName): Counts {
	const names = layout(box.round, box.questionnaire, box.kind);
	const row = db
		.prepare<[string, string], { sealed: Buffer }>(
			'select sealed from box where round = ? and unit = ?'
		)
		.get(box.round.id, box.unit);
	const counts: Counts = new Map(names.map((name) => [name, 0]));
	if (!row) return counts;
	const bytes = unseal(key(box), row.sealed, associated(box, names));
	names.forEach((name, index) => counts.set(name, bytes.readUInt32LE(index * 4)));
	return counts;
}

/** Seals the counters under a fresh nonce. Must run in the transaction that read them: no other box may survive the commit. */
export function write(db: Db, box: BoxName, counts: Counts): void {
	const names = layout(box.round, box.questionnaire, box.kind);
	const bytes = Buffer.alloc(names.length * 4);
	names.forEach((name, index) => bytes.writeUInt32LE(counts.get(name) ?? 0, index * 4));
	db.prepare('insert or replace into box (round, unit, sealed) values (?, ?, ?)').run(
		box.round.id,
		box.unit,
		seal(key(box), bytes, associated(box, names))
	);
}

export function remove(db: Db, round: string, unit: string): void {
	db.prepare('delete from box where round = ? and unit = ?').run(round, unit);
}

/** AES-256-GCM: nonce, tag and ciphertext in one. */
export function seal(boxKey: Buffer, bytes: Buffer, associatedData: string): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', boxKey, nonce).setAAD(Buffer.from(associatedData));
	const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when the key or the associated data is another than it was sealed with. */
export function unseal(boxKey: Buffer, sealed: Buffer, associatedData: string): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', boxKey, sealed.subarray(0, NONCE_BYTES))
		.setAAD(Buffer.from(associatedData))
		.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
	return Buffer.concat([
		decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
		decipher.final()
	]);
}

const key = (box: BoxName): Buffer => keys.boxKey(box.keysFolder, box.round.id, box.unit);

const associated = (box: BoxName, names: string[]): string =>
	`${box.round.id}|${box.unit}|${createHash('sha256').update(names.join('\n')).digest('hex')}`;
