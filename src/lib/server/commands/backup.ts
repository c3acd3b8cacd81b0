import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addDays } from '../../calendar.ts';
import { closeAll, immediately, type Db } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as marks from '../core/placing/marks.ts';
import { mustLieApart } from '../halves/apart.ts';
import { inspect } from '../halves/copy.ts';
import * as fileCopy from '../halves/file-copy.ts';
import * as generation from '../halves/generation.ts';
import * as keysCopy from '../halves/keys-copy.ts';
import * as municipality from '../municipality.ts';
import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

/** Longer than this no copy may live: what is destroyed in the file must be gone from its copies too. */
const BACKUP_DAYS = 30;
/** A file that was counted in meanwhile may have got ahead of the keys by a whole round: then both are copied once more. */
const TRIES = 3;

export const takes = { least: 1, most: 2 } satisfies Takes;

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
			const flaws = await (place ? copyPair({ db, keysFolder, path, place }) : copyFile(db, path));
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
 * Keys first, then the file; the pair before stays until both are whole. What is wrong with the keys is said, and they replace
 * the former's only where those would not have opened more.
 */
async function copyPair({ db, keysFolder, path, place }: Pair): Promise<string[]> {
	keysCopy.settle(place);
	for (let n = 1; ; n++) {
		const taken = keysCopy.take(keysFolder, place);
		try {
			const file = await copy(db, path);
			const flaws = flawsOf(file, taken);
			if (flaws.length > 0 && n < TRIES) continue;
			const former = new Set(flawsOf(file, place));
			const isWorse = flaws.some((flaw) => !former.has(flaw));
			// The former keys open a file that is newer than they are, and new ones none that is older.
			fileCopy.keep(path);
			if (isWorse && former.size < flaws.length)
				return [...flaws, `${place}: the keys of the pair before are kept`];
			keysCopy.keep(taken, place);
			return flaws;
		} finally {
			fileCopy.discard(path);
			keysCopy.discard(taken);
		}
	}
}

/** Without keys nothing can be wrong with them. */
async function copyFile(db: Db, path: string): Promise<string[]> {
	await copy(db, path);
	fileCopy.keep(path);
	return [];
}

const copy = (db: Db, path: string): Promise<string> =>
	fileCopy.take(db, path, ({ totalPages, remainingPages }) =>
		console.log(`${basename(path)}: ${totalPages - remainingPages} of ${totalPages} pages`)
	);

function flawsOf(path: string, keysFolder: string): string[] {
	const { flaws, closed } = inspect(path, keysFolder);
	return [...flaws, ...closed].map((flaw) => flaw.replaceAll(keysFolder, 'keys'));
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
