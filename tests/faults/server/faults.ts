import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { command, type Variables } from '../../support/site.ts';
import { away, inPlaceOf, instead, withoutKey } from './instead.ts';
import { BROKEN } from './life.ts';

/** When a fault meets a server: before it starts, at the day's turn, or while answers come. */
export const MOMENTS = ['start', 'turn', 'answering'] as const;
type Moment = (typeof MOMENTS)[number];

/** What the broken municipality does meanwhile: 503 to all with this kind and path in the log, 503 to answers alone, or it serves on. */
export type Ending = { away: string; path?: string } | 'keeps answers out' | 'serves';

export type Fault = {
	name: string;
	/** Breaks it. @returns how it is mended */
	breaks: (folder: string, variables: Variables) => () => unknown;
	ends: { [moment in Moment]: Ending };
	/** Lays the folder out so that the fault is possible. @returns what to take down afterwards */
	prepare?: (folder: string) => () => void;
	/** Why it cannot be tried here, if it cannot. */
	impossible?: string;
};

const fileIn = (folder: string) => join(folder, 'data', `${BROKEN}.sqlite`);
const keysIn = (folder: string, ...path: string[]) => join(folder, 'keys', BROKEN, ...path);
const everywhere = (ending: Ending): Fault['ends'] => ({
	start: ending,
	turn: ending,
	answering: ending
});

const isRoot = process.getuid?.() === 0;
const can = (command: string, ...args: string[]): boolean => {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

/** A small disk of its own for one file. */
function ownDisk(folder: string): () => void {
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
	for (const end of ['-wal', '-shm']) rmSync(fileIn(folder) + end, { force: true });
	cpSync(fileIn(folder), join(disk, 'file.sqlite'));
	rmSync(fileIn(folder));
	symlinkSync(join(disk, 'file.sqlite'), fileIn(folder));
	return () => execFileSync('umount', ['-l', disk]);
}

/** Nothing that lies here may be written, also by root, and also what is open. */
function readOnly(paths: string[]): () => void {
	const set = (how: string) =>
		execFileSync('chattr', [how, ...paths.filter((each) => existsSync(each))]);
	const modes = paths.map((path) => statSync(path).mode);
	if (isRoot) set('+i');
	else execFileSync('chmod', ['a-w', ...paths]);
	return () => {
		if (isRoot) set('-i');
		else
			paths.forEach((path, at) =>
				execFileSync('chmod', [(modes[at] ?? 0).toString(8).slice(-3), path])
			);
	};
}

const hasDisks = isRoot && can('unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt');

export const FAULTS: Fault[] = [
	{
		name: 'held file',
		breaks: (folder) => {
			const other = new Database(fileIn(folder));
			other.exec('begin immediate');
			return () => other.close();
		},
		// One that has served goes on with what it has: it may be over in a moment.
		ends: { start: { away: 'busy' }, turn: 'keeps answers out', answering: 'keeps answers out' }
	},
	{
		name: 'missing key of a box',
		breaks: (folder) => withoutKey({ keysFolder: keysIn(folder), round: 'aaret', unit: '2026-04' }),
		ends: everywhere('serves')
	},
	{
		name: 'missing keys of all boxes',
		breaks: (folder) => away(keysIn(folder, 'boxes')),
		ends: everywhere({ away: 'key-missing', path: 'keys/vejen/boxes' })
	},
	{
		name: 'an empty disk for the keys of boxes',
		breaks: (folder) => instead(keysIn(folder, 'boxes'), (path) => mkdirSync(path)),
		ends: everywhere({ away: 'key-missing' })
	},
	{
		name: 'a file in the place of devices’ keys',
		breaks: (folder) => instead(keysIn(folder, 'seal'), (path) => writeFileSync(path, '')),
		ends: everywhere({ away: 'malformed', path: 'keys/vejen/seal' })
	},
	{
		name: 'a folder in the place of the secret',
		breaks: (folder) => instead(keysIn(folder, 'codes.secret'), (path) => mkdirSync(path)),
		ends: everywhere({ away: 'malformed', path: 'keys/vejen/codes.secret' })
	},
	{
		name: 'missing keys of devices',
		breaks: (folder) => away(keysIn(folder, 'seal')),
		ends: everywhere({ away: 'key-missing' })
	},
	{
		name: 'missing secret',
		breaks: (folder) => away(keysIn(folder, 'codes.secret')),
		ends: everywhere({ away: 'secret-missing' })
	},
	{
		name: 'missing file',
		breaks: (folder) => away(fileIn(folder)),
		ends: everywhere({ away: 'file-missing' })
	},
	{
		name: 'malformed',
		breaks: (folder) =>
			inPlaceOf(fileIn(folder), () => writeFileSync(fileIn(folder), Buffer.alloc(20_000, 'x'))),
		ends: everywhere({ away: 'malformed' })
	},
	{
		name: 'read-only',
		breaks: (folder) =>
			readOnly([
				...readdirSync(join(folder, 'data'))
					// Not what processes share in memory: no disk says no there.
					.filter((name) => name.startsWith(BROKEN) && !name.endsWith('-shm'))
					.map((name) => join(folder, 'data', name)),
				keysIn(folder)
			]),
		// The turn has something to write among the keys; a file that was open is one that cannot be written now.
		ends: {
			start: { away: 'read-only' },
			turn: { away: 'read-only|disk' },
			answering: 'keeps answers out'
		},
		...(isRoot && !existsSync('/usr/bin/chattr') && { impossible: 'root, and no chattr' })
	},
	{
		name: 'full disk',
		prepare: ownDisk,
		breaks: (folder) => {
			const filler = join(folder, 'disk', 'filler');
			try {
				writeFileSync(filler, Buffer.alloc(40_000_000));
			} catch {
				// That is the point: not a byte is left.
			}
			return () => rmSync(filler);
		},
		ends: {
			start: { away: 'full|disk|read-only' },
			turn: 'keeps answers out',
			answering: 'keeps answers out'
		},
		...(!hasDisks && { impossible: 'needs root, for a disk of its own' })
	},
	{
		name: 'two processes',
		breaks: (_, variables) => {
			let isOver = false;
			const releasing = (async () => {
				while (!isOver) await command(variables, ['release']);
			})();
			return async () => {
				isOver = true;
				await releasing;
			};
		},
		ends: everywhere('serves')
	},
	{
		name: 'older file',
		breaks: (folder) => inPlaceOf(fileIn(folder), () => cpSync(olderFile(folder), fileIn(folder))),
		ends: everywhere({ away: 'file-older' })
	},
	{
		name: 'older keys',
		breaks: (folder) => {
			const back = away(keysIn(folder));
			cpSync(join(folder, 'yesterday', 'keys', BROKEN), keysIn(folder), { recursive: true });
			return () => {
				rmSync(keysIn(folder), { recursive: true });
				back();
			};
		},
		ends: everywhere({ away: 'keys-older' })
	}
];

function olderFile(folder: string): string {
	const [day = ''] = readdirSync(join(folder, 'yesterday')).filter((name) => name !== 'keys');
	return join(folder, 'yesterday', day, `${BROKEN}.sqlite`);
}
