import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { destroyFile, isKeyPair, pairsPath, syncFolder } from '../core/keys.ts';

/** What is being written, and has not got its name yet. */
const UNFINISHED = '.new';
const FORMER = '.former';

/** Where keys lie that were taken for a place, until they are kept there. */
export const takenAs = (place: string): string => place + UNFINISHED;

/**
 * Keys as they are at one moment. They are taken before the file is: a box that moved on meanwhile is found by trying the next
 * keys, but nobody comes back to a key from before.
 * @returns where they lie, until `keep` gives them their place or `discard` takes them away
 */
export function take(keysFolder: string, place: string): string {
	const taken = takenAs(place);
	discard(taken);
	try {
		copyFolder(keysFolder, taken);
	} catch (problem) {
		discard(taken);
		throw problem;
	}
	return taken;
}

/** Goes on where whoever kept keys was ended between the two names: those that were taken are whole by then. */
export function settle(place: string): void {
	const former = place + FORMER;
	if (existsSync(place) || !existsSync(former)) return;
	const whole = [takenAs(place), former].find((path) => existsSync(path));
	if (whole) renameSync(whole, place);
	discard(former);
}

/** The keys of a new pair take the place of the former's, which nobody needs any more and nobody should have. */
export function keep(taken: string, place: string): void {
	discard(place + FORMER);
	if (existsSync(place)) renameSync(place, place + FORMER);
	renameSync(taken, place);
	syncFolder(dirname(place));
	discard(place + FORMER);
}

/** Every file is overwritten before it is removed. */
export function discard(folder: string): void {
	if (!existsSync(folder)) return;
	for (const path of filesIn(folder)) destroyFile(path);
	rmSync(folder, { recursive: true });
}

/**
 * A copy of keys, for a municipality's place. Keys of devices that were made since are among them: what was sealed to them is on
 * its way.
 * @returns where they lie, until `putInPlace` gives them their place or `discard` takes them away
 */
export function lay(copy: string, keysFolder: string): string {
	const taken = take(copy, keysFolder);
	try {
		for (const path of filesIn(pairsPath(keysFolder))) {
			const to = join(taken, relative(keysFolder, path));
			// One that is damaged would stand in the way of all others.
			if (!existsSync(to) && isKeyPair(path)) copyFile(path, to);
		}
	} catch (problem) {
		discard(taken);
		throw problem;
	}
	return taken;
}

/** What stood is kept. @returns where it is kept */
export function putInPlace(taken: string, keysFolder: string, stamp: string): string | undefined {
	const isThere = lstatSync(keysFolder, { throwIfNoEntry: false }) !== undefined;
	const aside = isThere ? `${keysFolder}.before-${stamp}` : undefined;
	if (aside) renameSync(keysFolder, aside);
	renameSync(taken, keysFolder);
	syncFolder(dirname(keysFolder));
	return aside;
}

/** Whether two folders have the same keys, byte for byte. */
export function isSame(one: string, other: string): boolean {
	const [ours, theirs] = [one, other].map((folder) =>
		filesIn(folder)
			.filter((path) => !path.endsWith(UNFINISHED))
			.map((path) => `${relative(folder, path)} ${readFileSync(path).toString('base64')}`)
			.sort()
			.join('\n')
	);
	return ours === theirs;
}

function copyFolder(from: string, to: string): void {
	mkdirSync(to, { recursive: true, mode: 0o700 });
	for (const path of filesIn(from)) {
		if (!path.endsWith(UNFINISHED)) copyFile(path, join(to, relative(from, path)));
	}
}

function copyFile(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
	const bytes = readFileSync(from);
	writeFileSync(to, bytes, { mode: 0o600, flush: true });
	bytes.fill(0);
	syncFolder(dirname(to));
}

const filesIn = (folder: string): string[] =>
	existsSync(folder) && statSync(folder).isDirectory()
		? readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map(({ parentPath, name }) => join(parentPath, name))
		: [];
