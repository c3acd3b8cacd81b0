import { createHash } from 'node:crypto';
import type { Db } from './database.ts';
import { immediately, prepared } from './database.ts';
import * as keys from './keys.ts';
import { Trouble } from './trouble.ts';

/**
 * What the file remembers of the keys that lie outside it, so that neither half is ever made anew beside the other: with a
 * new secret every code that is out would be refused for good.
 */
type Mark = { mark: Buffer | null };

/** The secret that codes are stored under; made at first use. @throws Trouble where it is gone, or another */
export const codeSecret = (db: Db, keysFolder: string): Buffer =>
	secret(db, keysFolder, 'codes.secret');

/** The key that staff's second factors and interview keys are sealed with; made at first use. @throws Trouble as above */
export const staffKey = (db: Db, keysFolder: string): Buffer => secret(db, keysFolder, 'staff.key');

/** That devices have had a key pair to seal to. */
export const hasPairs = (db: Db): boolean => markOf(db, 'seal') !== undefined;
export const notePairs = (db: Db): void => note(db, 'seal', null);

function secret(db: Db, keysFolder: string, name: string): Buffer {
	const flaw = flawOf(db, keysFolder, name);
	if (flaw) throw flaw;
	const found = keys.secret(keysFolder, name);
	if (!found) {
		// First the file, then the note of it: what is noted has been there.
		keys.makeSecret(keysFolder, name);
		return secret(db, keysFolder, name);
	}
	if (!markOf(db, name)?.mark) note(db, name, hashOf(name, found));
	return found;
}

/** What is wrong with the secrets that lie beside a file. Nothing is made. */
export const flaws = (db: Db, keysFolder: string): Trouble[] =>
	['codes.secret', 'staff.key'].flatMap((name) => flawOf(db, keysFolder, name) ?? []);

function flawOf(db: Db, keysFolder: string, name: string): Trouble | undefined {
	const path = keys.secretPath(keysFolder, name);
	const known = markOf(db, name);
	const found = keys.secret(keysFolder, name);
	if (!found) return known && new Trouble('secret-missing', path);
	if (found.length === 0) return new Trouble('malformed', path);
	const isOther = known?.mark && !known.mark.equals(hashOf(name, found));
	return isOther ? new Trouble('secret-other', path) : undefined;
}

const hashOf = (name: string, found: Buffer): Buffer =>
	createHash('sha256').update(`${name}|`).update(found).digest();

const markOf = (db: Db, name: string): Mark | undefined =>
	prepared<[string], Mark>(db, 'select mark from keyring where name = ?').get(name);

const note = (db: Db, name: string, mark: Buffer | null): void =>
	void immediately(db, () =>
		db
			.prepare<[string, Buffer | null]>('insert or replace into keyring (name, mark) values (?, ?)')
			.run(name, mark)
	);
