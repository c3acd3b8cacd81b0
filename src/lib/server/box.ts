import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { UnitKind } from '../calendar.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import type { Round } from '../survey/round.ts';
import { Counts, layout, type Layout } from './counters.ts';
import { prepared, type Db } from './database.ts';
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
	const into = new Counts(layout(box, box.kind));
	const row = prepared<[string, string], { sealed: Buffer }>(
		db,
		'select sealed from box where round = ? and unit = ?'
	).get(box.round.id, box.unit);
	if (!row) return into;
	const bytes = unseal(key(box), row.sealed, associated(box, into.layout));
	into.numbers.forEach((_, index, numbers) => (numbers[index] = bytes.readUInt32LE(index * 4)));
	return into;
}

/** Seals the counters under a fresh nonce. Must run in the transaction that read them: no other box may survive the commit. */
export function write(db: Db, box: BoxName, counts: Counts): void {
	const bytes = Buffer.alloc(counts.numbers.length * 4);
	counts.numbers.forEach((n, index) => bytes.writeUInt32LE(n, index * 4));
	prepared<[string, string, Buffer]>(
		db,
		'insert or replace into box (round, unit, sealed) values (?, ?, ?)'
	).run(box.round.id, box.unit, seal(key(box), bytes, associated(box, counts.layout)));
}

/** An empty box, made when the round opens. */
export const make = (db: Db, box: BoxName): void =>
	write(db, box, new Counts(layout(box, box.kind)));

export function remove(db: Db, round: string, unit: string): void {
	db.prepare('delete from box where round = ? and unit = ?').run(round, unit);
}

/** AES-256-GCM: nonce, tag and ciphertext in one. */
export function seal(boxKey: Buffer, bytes: Buffer, associatedData: string): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', boxKey, nonce).setAAD(Buffer.from(associatedData));
	const sealed = [cipher.update(bytes), cipher.final()];
	return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
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

const associated = (box: BoxName, { hash }: Layout): string =>
	`${box.round.id}|${box.unit}|${hash}`;
