import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFile } from './database.ts';
import * as keyring from './keyring.ts';
import * as keys from './keys.ts';

const place = () => ({
	db: openFile(':memory:'),
	folder: mkdtempSync(join(tmpdir(), 'oejenhoejde-keyring-'))
});

it('makes a secret once, and gives the same one from then on', () => {
	const { db, folder } = place();
	const first = keyring.codeSecret(db, folder);
	expect(keyring.codeSecret(db, folder)).toEqual(first);
	expect(keyring.staffKey(db, folder)).not.toEqual(first);
});

it('makes none anew where the file shows that there was one, and says which path', () => {
	const { db, folder } = place();
	const secret = keyring.codeSecret(db, folder);
	const path = join(folder, 'codes.secret');
	renameSync(path, `${path}.away`);
	expect(() => keyring.codeSecret(db, folder)).toThrow(path);
	expect(existsSync(path)).toBe(false);
	renameSync(`${path}.away`, path);
	expect(keyring.codeSecret(db, folder)).toEqual(secret);
});

it('takes no other secret for its own', () => {
	const { db, folder } = place();
	keyring.codeSecret(db, folder);
	const path = join(folder, 'codes.secret');
	writeFileSync(path, Buffer.alloc(32, 7));
	expect(() => keyring.codeSecret(db, folder)).toThrow('another');
	writeFileSync(path, '');
	expect(() => keyring.codeSecret(db, folder)).toThrow(path);
});

it('takes the secret over that a file of before had, and misses it too', () => {
	const { db, folder } = place();
	// As the migration leaves a file in which rounds were opened.
	db.prepare("insert into keyring (name) values ('codes.secret')").run();
	expect(() => keyring.codeSecret(db, folder)).toThrow('there was one');
	keys.makeSecret(folder, 'codes.secret');
	const secret = keyring.codeSecret(db, folder);
	rmSync(join(folder, 'codes.secret'));
	keys.makeSecret(folder, 'codes.secret');
	expect(keys.secret(folder, 'codes.secret')).not.toEqual(secret);
	expect(() => keyring.codeSecret(db, folder)).toThrow('another');
});

it('lets two that begin at once go on with one secret', () => {
	const { folder } = place();
	keys.makeSecret(folder, 'codes.secret');
	const first = keys.secret(folder, 'codes.secret');
	keys.makeSecret(folder, 'codes.secret');
	expect(keys.secret(folder, 'codes.secret')).toEqual(first);
});
