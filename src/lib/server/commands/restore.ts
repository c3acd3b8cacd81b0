import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, isAlone, open, pathOf, readOnly, SqliteError } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as marks from '../core/placing/marks.ts';
import { troubleOf } from '../core/trouble.ts';
import { inspect } from '../halves/copy.ts';
import * as fileCopy from '../halves/file-copy.ts';
import * as keysCopy from '../halves/keys-copy.ts';
import * as restorations from '../halves/restorations.ts';
import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

export const takes = {
	least: 2,
	most: 2,
	options: { yes: { type: 'boolean', default: false }, keys: { type: 'string' } }
} satisfies Takes;

/**
 * `restore <municipality> <folder> [--keys folder] [--yes]`: puts a copy of its file back, with the keys that were copied with it,
 * or with those that stand. A unit that these keys do not open is named and closed; the others are whole. What stood is kept
 * beside. The server must have stopped.
 */
export function run(args: string[], now: Date = new Date()): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: takes.options
	});
	const [slug = '', folder = ''] = positionals;
	if (!plans.find(slug)) throw new Error(`there is no municipality "${slug}"`);
	marks.demandNone(slug);
	const [path, keysFolder] = [join(folder, `${slug}.sqlite`), keys.folder(slug)];
	const copiedKeys = values.keys && join(values.keys, slug);
	const found = inspect(path, copiedKeys ?? keysFolder, pathOf(slug));
	for (const line of [...found.flaws, ...found.closed, ...found.holds]) console.log(`  ${line}`);
	for (const line of found.lost) console.log(`  would be lost: ${line}`);
	if (found.flaws.length > 0) throw new Error(`${path} is not in order; nothing was changed`);
	if (!values.yes) throw new Error('nothing was changed; say --yes to put it back');
	const stamp = freeStamp(now, [pathOf(slug), keysFolder]);
	const stood = standing(pathOf(slug), keysFolder);
	mustBeAlone(pathOf(slug));
	// Both halves are whole beside what stands before either takes its place.
	const taken = copiedKeys && keysCopy.lay(copiedKeys, keysFolder);
	try {
		fileCopy.lay(path, pathOf(slug));
	} catch (problem) {
		if (taken) keysCopy.discard(taken);
		throw problem;
	}
	// The keys first: a server that starts halfway finds one half missing or older, and waits.
	const keysAside = taken && keysCopy.putInPlace(taken, keysFolder, stamp);
	const fileAside = setAside(pathOf(slug), stamp);
	fileCopy.keep(pathOf(slug));
	for (const kept of [fileAside, keysAside])
		if (kept) console.log(`  what stood is kept as ${kept}`);
	try {
		restorations.putBack(open(slug), keysFolder, { stood, today: today(), now });
	} finally {
		closeAll();
	}
	console.log(`${slug}: put back`);
	for (const line of found.closed) console.log(`  ${line}; on its day it is closed as lost`);
}

/** How far what stands has come, as far as it can be read. */
function standing(path: string, keysFolder: string): number {
	const known = [generationIn(keysFolder)];
	if (!existsSync(path)) return Math.max(...known);
	try {
		const db = readOnly(path);
		try {
			known.push(db.prepare<[], number>('select n from generation').pluck().get() ?? 0);
		} finally {
			db.close();
		}
	} catch (problem) {
		if (!(problem instanceof SqliteError)) throw problem;
	}
	return Math.max(...known);
}

/** 0 where nothing says so, or nothing that can be read: what is damaged is being restored. */
function generationIn(keysFolder: string): number {
	try {
		return keys.generation(keysFolder) ?? 0;
	} catch (problem) {
		if (!troubleOf(problem)) throw problem;
		return 0;
	}
}

/** Its log goes into the file that stood, which is whole then. @throws where a server has it open */
function mustBeAlone(path: string): void {
	try {
		if (existsSync(path) && !isAlone(path))
			throw new Error('a server has the file open: stop it first');
	} catch (problem) {
		// One that cannot be read is put aside as it is.
		if (!(problem instanceof SqliteError)) throw problem;
	}
}

/** @returns where the file that stood lies now */
function setAside(path: string, stamp: string): string | undefined {
	if (!existsSync(path)) return undefined;
	const aside = `${path}.before-${stamp}`;
	renameSync(path, aside);
	// Of a file that cannot be read, its log may be the better part.
	if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
	rmSync(`${path}-shm`, { force: true, recursive: true });
	return aside;
}

/** The minute, and a number after it where something has been set aside in it already: nothing that is kept is written over. */
function freeStamp(now: Date, paths: string[]): string {
	const minute = now.toISOString().slice(0, 16).replace(/\D/g, '');
	for (let n = 1; ; n++) {
		const stamp = n === 1 ? minute : `${minute}-${n}`;
		if (!paths.some((path) => existsSync(`${path}.before-${stamp}`))) return stamp;
	}
}
