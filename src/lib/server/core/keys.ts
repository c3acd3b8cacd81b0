import { randomBytes, randomUUID } from 'node:crypto';
import {
	closeSync,
	fstatSync,
	fsyncSync,
	linkSync,
	lstatSync,
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
import { Trouble, troubleOf } from './trouble.ts';

/**
 * The keys folder of a municipality lies outside its database, and is backed up apart from it:
 * `boxes/<round>/units.keys` (`box-keys.ts`), `seal/<id>.json`, `codes.secret`, `staff.key`, `generation`.
 */
export const folder = (municipality: string): string => join(environment().KEYS_DIR, municipality);

/** Whether there are keys at all: then there was a file too. */
export const stand = (keys: string): boolean => namesIn(keys).length > 0;

/** How far the keys have come (`halves/generation.ts`), or undefined where nothing says so. */
export function generation(keys: string): number | undefined {
	const path = generationPath(keys);
	const text = read(path)?.toString();
	if (text === undefined) return undefined;
	if (!/^\d{1,15}\n$/.test(text)) throw new Trouble('malformed', path);
	return Number(text);
}

export const writeGeneration = (keys: string, n: number): void =>
	writeDurably(generationPath(keys), Buffer.from(`${n}\n`));

/** Where something else has its place it is kept beside. */
export function makeRoomForGeneration(keys: string): void {
	const path = generationPath(keys);
	if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory())
		renameSync(path, `${path}.before-${randomUUID()}`);
}

export const generationPath = (keys: string): string => join(keys, 'generation');

/** A secret as it lies on disk, or undefined. */
export const secret = (keys: string, name: string): Buffer | undefined =>
	read(secretPath(keys, name));

export const secretPath = (keys: string, name: string): string => join(keys, name);

/** Makes a secret where there is none. Two processes may begin at once: both go on with the first one's. */
export function makeSecret(keys: string, name: string): void {
	writeDurably(secretPath(keys, name), randomBytes(32), { once: true });
}

/** A key pair of the municipality as it lies on disk. The newest one is handed out; older ones still open what is on its way. */
const StoredKeyPair = z.strictObject({
	id: z.string(),
	publicKey: z.string(),
	privateKey: PrivateKey,
	madeOn: z.iso.date()
});
export type StoredKeyPair = z.infer<typeof StoredKeyPair>;

const PAIR = '.json';

export const pairsPath = (keys: string): string => join(keys, 'seal');

export const addKeyPair = (keys: string, pair: StoredKeyPair): void =>
	writeDurably(join(keys, 'seal', `${pair.id}.json`), Buffer.from(JSON.stringify(pair)));

export function keyPair(keys: string, id: string): StoredKeyPair | undefined {
	const path = join(pairsPath(keys), id + PAIR);
	const bytes = read(path);
	// A link that leads nowhere has a name, and nothing in it.
	const isNamed = bytes !== undefined || pairFiles(keys).includes(id + PAIR);
	return isNamed ? pairOf(path, bytes ?? Buffer.alloc(0)) : undefined;
}

/** All key pairs, oldest first. */
export function keyPairs(keys: string): StoredKeyPair[] {
	return pairFiles(keys)
		.flatMap((name) => keyPair(keys, name.slice(0, -PAIR.length)) ?? [])
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
	return namesIn(pairsPath(keys)).filter((name) => name.endsWith(PAIR));
}

export const destroyKeyPair = (keys: string, id: string): void =>
	destroyFile(join(keys, 'seal', `${id}.json`));

/** @throws Trouble where what lies there is no key pair: half a file, say. */
function pairOf(path: string, bytes: Buffer): StoredKeyPair {
	try {
		return StoredKeyPair.parse(JSON.parse(bytes.toString()));
	} catch {
		throw new Trouble('malformed', path);
	}
}

export function isKeyPair(path: string): boolean {
	try {
		return pairOf(path, read(path) ?? Buffer.alloc(0)) !== undefined;
	} catch (problem) {
		if (!(problem instanceof Trouble)) throw problem;
		return false;
	}
}

/** Overwrites, and only then removes. To be called when what made it needless is on disk. */
export function destroyFile(path: string): void {
	const file = ifThere(path, () => openSync(path, 'r+'));
	if (file === undefined) return;
	about(path, () => {
		try {
			const { size } = fstatSync(file);
			writeSync(file, randomBytes(size), 0, size, 0);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		rmSync(path);
	});
}

export const namesIn = (path: string): string[] => ifThere(path, () => readdirSync(path)) ?? [];

/** A file's content, or undefined where none lies there. @throws Trouble where what lies there cannot be read */
export const read = (path: string): Buffer | undefined => ifThere(path, () => readFileSync(path));

/** As `replaceFile`, among the keys. */
const writeDurably = (path: string, content: Buffer, options?: { once: boolean }): void =>
	about(path, () => replaceFile(path, content, options));

export const makeFolder = (path: string): void =>
	about(path, () => void mkdirSync(path, { recursive: true, mode: 0o700 }));

/**
 * What the operating system says of one path becomes Trouble that names it: Node itself names none of a file that is open. What is
 * not there, or may not be asked for, is told apart: only the former may be taken for missing.
 */
export function about<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (problem) {
		const { code } = problem as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new Trouble('key-missing', path);
		// Something else lies where the folder belongs.
		if (code === 'EEXIST') throw new Trouble('malformed', path);
		const trouble = troubleOf(problem);
		if (!trouble) throw problem;
		throw trouble.path === path ? trouble : new Trouble(trouble.kind, path);
	}
}

/** As `about`; undefined where nothing lies there. */
export const ifThere = <T>(path: string, work: () => T): T | undefined =>
	about(path, () => {
		try {
			return work();
		} catch (problem) {
			if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw problem;
		}
	});

/**
 * What has the name keeps it until the new content is on disk, whole.
 * @param options `once`: and for good, where something has it
 */
export function replaceFile(
	path: string,
	content: Buffer | string,
	{ once = false, mode = 0o600 } = {}
): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const unfinished = `${path}.${randomUUID()}.new`;
	try {
		writeFileSync(unfinished, content, { mode, flush: true });
		if (once) linkOnce(unfinished, path);
		else renameSync(unfinished, path);
	} catch (problem) {
		destroyFile(unfinished);
		throw problem;
	}
	syncFolder(dirname(path));
}

/** So that a name in it is on disk as well. */
export function syncFolder(path: string): void {
	const folder = openSync(path, 'r');
	fsyncSync(folder);
	closeSync(folder);
}

/** Gives the file its name, unless another was quicker. */
function linkOnce(unfinished: string, path: string): void {
	try {
		linkSync(unfinished, path);
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
	} finally {
		rmSync(unfinished);
	}
}
