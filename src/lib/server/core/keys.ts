import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { PrivateKey } from './opener.ts';
import { environment } from './environment.ts';

/**
 * The keys folder of a municipality lies outside its database, and is backed up apart from it:
 * `boxes/<round>/<unit>.key`, `seal/<id>.json`, `codes.secret`, `staff.key`.
 */
export const folder = (municipality: string): string => join(environment().KEYS_DIR, municipality);

const BOX_KEY_BYTES = 32;
const boxPath = (keys: string, round: string, unit: string): string =>
	join(keys, 'boxes', round, `${unit}.key`);

/** Makes the key of a round's unit. It must be on disk before anything is sealed with it. */
export function makeBoxKey(keys: string, round: string, unit: string): void {
	writeDurably(boxPath(keys, round, unit), randomBytes(BOX_KEY_BYTES));
}

/** @throws when the key is gone: the box can then never be read again. */
export const boxKey = (keys: string, round: string, unit: string): Buffer =>
	readFileSync(boxPath(keys, round, unit));

/** Overwrites and removes a key. What was sealed with it is gone when the key backups are (30 days). */
export function destroyBoxKey(keys: string, round: string, unit: string): void {
	const path = boxPath(keys, round, unit);
	if (!existsSync(path)) return;
	const file = openSync(path, 'r+');
	writeSync(file, randomBytes(BOX_KEY_BYTES), 0, BOX_KEY_BYTES, 0);
	fsyncSync(file);
	closeSync(file);
	rmSync(path);
}

/** The secret that codes are stored under; made at first use. */
export const codeSecret = (keys: string): Buffer => secret(keys, 'codes.secret');

/** The key that staff's second factors are sealed with; made at first use. Without it they set up new ones. */
export const staffKey = (keys: string): Buffer => secret(keys, 'staff.key');

function secret(keys: string, name: string): Buffer {
	const path = join(keys, name);
	if (!existsSync(path)) writeDurably(path, randomBytes(32));
	return readFileSync(path);
}

/** A key pair of the municipality as it lies on disk. The newest one is handed out; older ones still open what is on its way. */
const StoredKeyPair = z.strictObject({
	id: z.string(),
	publicKey: z.string(),
	privateKey: PrivateKey,
	madeOn: z.iso.date()
});
export type StoredKeyPair = z.infer<typeof StoredKeyPair>;

export const addKeyPair = (keys: string, pair: StoredKeyPair): void =>
	writeDurably(join(keys, 'seal', `${pair.id}.json`), Buffer.from(JSON.stringify(pair)));

export function keyPair(keys: string, id: string): StoredKeyPair | undefined {
	const path = join(keys, 'seal', `${id}.json`);
	return existsSync(path) ? readKeyPair(path) : undefined;
}

/** All key pairs, oldest first. */
export function keyPairs(keys: string): StoredKeyPair[] {
	return pairFiles(keys)
		.map((name) => readKeyPair(join(keys, 'seal', name)))
		.sort((a, b) => (a.madeOn + a.id < b.madeOn + b.id ? -1 : 1));
}

type PublicKey = Pick<StoredKeyPair, 'id' | 'publicKey'>;
const newest = new Map<string, { files: string; key: PublicKey | undefined }>();

/** The public half of the newest key pair: what devices seal with. A file never changes, so it is read once. */
export function publicKey(keys: string): PublicKey | undefined {
	const files = pairFiles(keys).join();
	const known = newest.get(keys);
	if (known?.files === files) return known.key;
	const pair = keyPairs(keys).at(-1);
	const key = pair && { id: pair.id, publicKey: pair.publicKey };
	newest.set(keys, { files, key });
	return key;
}

function pairFiles(keys: string): string[] {
	const seal = join(keys, 'seal');
	if (!existsSync(seal)) return [];
	return readdirSync(seal).filter((name) => name.endsWith('.json'));
}

export const destroyKeyPair = (keys: string, id: string): void =>
	rmSync(join(keys, 'seal', `${id}.json`), { force: true });

const readKeyPair = (path: string): StoredKeyPair =>
	StoredKeyPair.parse(JSON.parse(readFileSync(path, 'utf8')));

function writeDurably(path: string, content: Buffer): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const unfinished = `${path}.new`;
	writeFileSync(unfinished, content, { mode: 0o600, flush: true });
	renameSync(unfinished, path);
	const directory = openSync(dirname(path), 'r');
	fsyncSync(directory);
	closeSync(directory);
}
