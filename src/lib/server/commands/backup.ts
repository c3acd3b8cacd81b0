import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { addDays } from '../../calendar.ts';
import { closeAll, immediately, verify, type Db } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as marks from '../core/placing/marks.ts';
import { mustLieApart } from '../halves/apart.ts';
import { inspect } from '../halves/copy.ts';
import * as generation from '../halves/generation.ts';
import * as keysCopy from '../halves/keys-copy.ts';
import * as municipality from '../municipality.ts';
import * as plans from '../plan/plans.ts';

/** Longer than this no copy may live: what is destroyed in the file must be gone from its copies too. */
const BACKUP_DAYS = 30;
/** Between them answers are counted. */
const PAGES_AT_A_TIME = 2000;
/** A file that was counted in meanwhile may have got ahead of the keys by a whole round: then both are copied once more. */
const TRIES = 3;

/**
 * `backup <folder> [keys folder]`: a verified copy of every municipality's file, one folder a day; copies older than 30 days are
 * removed. With a second folder it makes a pair: the keys of that moment are copied there, for another place, and those of the
 * pair before are destroyed.
 */
export async function run([folder, keysTo]: string[]): Promise<void> {
	if (!folder) throw new Error('say which folder: backup <folder> [keys folder]');
	const { DATA_DIR, KEYS_DIR } = environment();
	if (keysTo) mustLieApart(keysTo, [folder, KEYS_DIR, DATA_DIR]);
	const day = today();
	mkdirSync(join(folder, day), { recursive: true, mode: 0o700 });
	if (keysTo) mkdirSync(keysTo, { recursive: true, mode: 0o700 });
	try {
		await municipality.forEach(async ({ plan, db, keysFolder }) => {
			const path = join(folder, day, `${plan.municipality}.sqlite`);
			const place = keysTo && join(keysTo, plan.municipality);
			if (!place) await copy(db, path);
			const flaws = place ? await copyPair({ db, keysFolder, path, place }) : [];
			immediately(db, () => {
				db.prepare('insert or replace into backup (day, verified, pair) values (?, 1, ?)').run(
					day,
					Number(place !== undefined && flaws.length === 0)
				);
				generation.advance(db);
			});
			if (flaws.length > 0) throw new Error(flaws.join('; '));
		});
		if (!keysTo)
			console.log('keys were not copied: boxes open only with keys that were copied with them');
	} finally {
		removeOld(folder, addDays(day, -BACKUP_DAYS));
		if (keysTo) forgetMoved(keysTo, day);
		closeAll();
	}
}

type Pair = { db: Db; keysFolder: string; path: string; place: string };

/**
 * Keys first, then the file. What is wrong with the keys is said, and they replace the former's only where those would not
 * have opened more.
 */
async function copyPair({ db, keysFolder, path, place }: Pair): Promise<string[]> {
	for (let n = 1; ; n++) {
		const taken = keysCopy.take(keysFolder, place);
		await copy(db, path);
		const flaws = flawsOf(path, taken);
		if (flaws.length > 0 && n < TRIES) continue;
		const former = new Set(flawsOf(path, place));
		const isWorse = flaws.some((flaw) => !former.has(flaw));
		if (isWorse && former.size < flaws.length) {
			keysCopy.discard(taken);
			return [...flaws, `${place}: the keys of the pair before are kept`];
		}
		keysCopy.keep(taken, place);
		return flaws;
	}
}

function flawsOf(path: string, keysFolder: string): string[] {
	const { flaws, closed } = inspect(path, keysFolder);
	return [...flaws, ...closed].map((flaw) => flaw.replaceAll(keysFolder, 'keys'));
}

async function copy(db: Db, path: string): Promise<void> {
	rmSync(path, { force: true });
	const say = ({ totalPages, remainingPages }: Database.BackupMetadata): void =>
		console.log(`${basename(path)}: ${totalPages - remainingPages} of ${totalPages} pages`);
	const whole = await db.backup(path, {
		progress: (made) => {
			if (made.remainingPages < made.totalPages) say(made);
			return PAGES_AT_A_TIME;
		}
	});
	say(whole);
	const problem = verify(path);
	if (problem) throw new Error(`the copy cannot be read: ${problem}`);
}

function removeOld(folder: string, before: string): void {
	for (const name of readdirSync(folder)) {
		if (/^\d{4}-\d{2}-\d{2}$/.test(name) && name < before)
			rmSync(join(folder, name), { recursive: true });
	}
}

/**
 * The keys of a pair that was made here of what has been moved away: its new server makes pairs of its own. Those are never older
 * than what left, and may lie in the same place.
 */
function forgetMoved(keysTo: string, day: string): void {
	for (const { municipality: name } of plans.all()) {
		const left = marks.moved(name);
		const place = join(keysTo, name);
		if (!left || left.begun >= day) continue;
		const known = keys.generation(place);
		if (known === undefined || known >= (left.generation ?? 0)) continue;
		keysCopy.discard(place);
		console.log(`${name}: was moved to ${left.place}; the keys of its pair here are destroyed`);
	}
}
