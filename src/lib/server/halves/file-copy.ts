import {
	closeSync,
	copyFileSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync
} from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { isAlone, verify, type Db } from '../core/database.ts';
import { syncFolder } from '../core/keys.ts';

/** What is being written, and has not got its name yet: until it is whole, what has the name stays. */
const takenAs = (path: string): string => `${path}.new`;
/** What SQLite lays beside a file. */
const LOGS = ['-wal', '-shm'];

/** Between them answers are counted. */
const PAGES_AT_A_TIME = 2000;

type Say = (made: Database.BackupMetadata) => void;

/**
 * A copy of a file that is in use, verified.
 * @returns where it lies, until `keep` gives it its name or `discard` takes it away
 */
export async function take(db: Db, path: string, say: Say): Promise<string> {
	discard(path);
	const taken = takenAs(path);
	try {
		const whole = await db.backup(taken, {
			progress: (made) => {
				if (made.remainingPages < made.totalPages) say(made);
				return PAGES_AT_A_TIME;
			}
		});
		say(whole);
		const problem = verify(taken);
		if (problem) throw new Error(`the copy cannot be read: ${problem}`);
	} catch (problem) {
		discard(path);
		throw problem;
	}
	for (const end of LOGS) rmSync(taken + end, { force: true });
	return taken;
}

/** Copies a file that nobody has open, with the log beside it, to where `keep` finds it. */
export function lay(from: string, path: string): void {
	// Another machine, or a new disk, has nothing yet.
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	discard(path);
	const taken = takenAs(path);
	try {
		for (const end of ['', '-wal'])
			if (existsSync(from + end)) copyFileSync(from + end, taken + end);
		// What lay in the log goes into the file: one name is given at one moment, two are not.
		isAlone(taken);
		const file = openSync(taken, 'r+');
		fsyncSync(file);
		closeSync(file);
	} catch (problem) {
		discard(path);
		throw problem;
	}
}

/** The whole copy gets the name, in place of what had it. */
export const keep = (path: string): void => giveName(takenAs(path), path);

/** A log that another file left there would be read into this one. */
export function giveName(whole: string, path: string): void {
	for (const end of LOGS) rmSync(path + end, { force: true });
	renameSync(whole, path);
	syncFolder(dirname(path));
}

export function discard(path: string): void {
	for (const end of ['', ...LOGS, '-journal']) rmSync(takenAs(path) + end, { force: true });
}
