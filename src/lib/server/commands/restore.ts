import {
	closeSync,
	copyFileSync,
	existsSync,
	fsyncSync,
	openSync,
	renameSync,
	rmSync
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, isAlone, open, pathOf, SqliteError } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import { inspect } from '../halves/copy.ts';
import * as restorations from '../halves/restorations.ts';
import * as plans from '../plan/plans.ts';

/**
 * `restore <municipality> <folder> [--yes]`: puts a copy of its file back, when all of it can be read and opened with the keys that
 * stand. The file that stood is kept beside it. The server must have stopped.
 */
export function run(args: string[], now: Date = new Date()): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { yes: { type: 'boolean', default: false } }
	});
	const [slug = '', folder = ''] = positionals;
	if (!plans.find(slug)) throw new Error(`there is no municipality "${slug}"`);
	const [path, keysFolder] = [join(folder, `${slug}.sqlite`), keys.folder(slug)];
	const { flaws, lost, holds } = inspect(path, keysFolder, pathOf(slug));
	for (const line of [...flaws, ...holds]) console.log(`  ${line}`);
	for (const line of lost) console.log(`  would be lost: ${line}`);
	if (flaws.length > 0) throw new Error(`${path} is not in order; nothing was changed`);
	if (!values.yes) throw new Error('nothing was changed; say --yes to put it back');
	const aside = setAside(pathOf(slug), now);
	layInPlace(path, pathOf(slug));
	try {
		restorations.accept(open(slug), keysFolder, { today: today(), now });
	} finally {
		closeAll();
	}
	console.log(`${slug}: put back${aside ? `; what stood is kept as ${aside}` : ''}`);
}

/** The file that stood, whole: its log goes into it. @returns where it lies now */
function setAside(path: string, now: Date): string | undefined {
	if (!existsSync(path)) return undefined;
	try {
		if (!isAlone(path)) throw new Error('a server has the file open: stop it first');
	} catch (problem) {
		// One that cannot be read is put aside as it is.
		if (!(problem instanceof SqliteError)) throw problem;
	}
	const aside = `${path}.before-${now.toISOString().slice(0, 16).replace(/\D/g, '')}`;
	renameSync(path, aside);
	for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
	return aside;
}

/** The file last: half a copy is never taken for one. */
function layInPlace(from: string, to: string): void {
	for (const end of ['-wal', '']) {
		if (!existsSync(from + end)) continue;
		copyFileSync(from + end, `${to}${end}.new`);
		const file = openSync(`${to}${end}.new`, 'r+');
		fsyncSync(file);
		closeSync(file);
		renameSync(`${to}${end}.new`, to + end);
	}
}
