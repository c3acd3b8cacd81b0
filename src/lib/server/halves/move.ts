import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlone, pathOf, readOnly } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import * as marks from '../core/placing/marks.ts';
import * as placement from '../core/placing/placement.ts';
import { inspect } from './copy.ts';
import * as fileCopy from './file-copy.ts';
import * as keysCopy from './keys-copy.ts';

/** How long whoever has the file open may take to finish what is under way. */
const DRAIN_SECONDS = 60;
const LOOK_MILLISECONDS = 200;

/** Where the two halves stand, where they go, and what they are called there until they are known to be whole. */
type Way = { file: string; keys: string; to: { file: string; keys: string }; arriving: string };

const wayOf = (municipality: string, mark: marks.Mark): Way => {
	const file = join(mark.data, `${municipality}.sqlite`);
	return {
		file: pathOf(municipality),
		keys: keys.folder(municipality),
		to: { file, keys: join(mark.keys, municipality) },
		arriving: `${file}.arriving`
	};
};

/**
 * Moves a municipality to another server's folders: drain, copy, verify, switch. Whatever is done is on disk before the next, so
 * whoever was stopped anywhere goes on by doing it again. What goes wrong before the switch leaves all as it was.
 * @returns what has been done, step by step, in words
 */
export async function* move(
	municipality: string,
	mark: marks.Mark
): AsyncGenerator<string, void, undefined> {
	const way = wayOf(municipality, mark);
	if (!marks.isMoved(municipality)) {
		try {
			yield* prepare(municipality, mark, way);
		} catch (problem) {
			callOff(municipality, mark);
			const reason = problem instanceof Error ? problem.message : String(problem);
			throw new Error(`${reason}. Nothing was changed: it is served from here as before`, {
				cause: problem
			});
		}
		const generation = keys.generation(way.keys);
		marks.leave(municipality, { ...mark, ...(generation !== undefined && { generation }) });
		yield '4/4 switch: from here it is served no more; there is no way back but another move';
	}
	yield* arrive(municipality, mark, way);
}

/** Takes back what was begun; only before the switch. */
export function callOff(municipality: string, mark: marks.Mark): void {
	const { arriving, to } = wayOf(municipality, mark);
	rmSync(arriving, { force: true });
	keysCopy.discard(keysCopy.takenAs(to.keys));
	marks.end(municipality);
}

async function* prepare(
	municipality: string,
	mark: marks.Mark,
	way: Way
): AsyncGenerator<string, void, undefined> {
	for (const folder of [mark.data, mark.keys]) mkdirSync(folder, { recursive: true, mode: 0o700 });
	marks.begin(municipality, mark);
	yield '1/4 drain: nobody is let in, devices keep what they have and come again';
	await drained(way.file);
	yield '1/4 drain: every answer that was taken is in the file, and nobody has it open';

	await copyFile(way.file, way.arriving);
	yield `2/4 copy: ${way.arriving}`;
	const taken = keysCopy.take(way.keys, way.to.keys);
	yield `2/4 copy: ${taken}`;

	for (const line of await verified(way, taken)) yield `3/4 verify: ${line}`;
	// Whoever opened it beside us, by another release say, has changed what was copied.
	if (!isAlone(way.file) || (await digestOf(way.file)) !== (await digestOf(way.arriving)))
		throw new Error(`${way.file} was written to meanwhile`);
}

/** No program has it open, and its log is in it. @throws where one keeps it open */
async function drained(file: string): Promise<void> {
	const until = performance.now() + DRAIN_SECONDS * 1000;
	while (!isAlone(file)) {
		if (performance.now() > until)
			throw new Error(`${file}: a program has had it open for ${DRAIN_SECONDS} seconds`);
		await wait(LOOK_MILLISECONDS);
	}
}

async function copyFile(from: string, to: string): Promise<void> {
	await pipeline(createReadStream(from), createWriteStream(to, { mode: 0o600, flush: true }));
	keys.syncFolder(dirname(to));
}

/** @returns what was compared, in words. @throws where the copy is not the same, or would not serve */
async function verified({ file, arriving, ...way }: Way, taken: string): Promise<string[]> {
	const { flaws, closed, holds } = inspect(arriving, taken);
	if (flaws.length > 0) throw new Error(flaws.join('; '));
	// What no key opens here is not lost by the move.
	const known = closed.length > 0 ? inspect(file, way.keys).closed : [];
	const worse = closed.filter((line) => !known.includes(line));
	if (worse.length > 0) throw new Error(worse.join('; '));
	if ((await digestOf(file)) !== (await digestOf(arriving)))
		throw new Error(`${arriving} is not the same as ${file}`);
	if (!keysCopy.isSame(way.keys, taken)) throw new Error(`${taken} is not the same as ${way.keys}`);
	const [before, after] = [rowsIn(file), rowsIn(arriving)];
	if (before.digest !== after.digest || before.all !== after.all)
		throw new Error(`${arriving} has other rows than ${file}`);
	return [
		holds.join(', '),
		`${after.all} rows, ${after.answers} answers taken and ${after.released} released figures, the same in both`
	];
}

type Rows = { all: number; answers: number; released: number; digest: string };

function rowsIn(path: string): Rows {
	const db = readOnly(path);
	try {
		const tables = db
			.prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
			.pluck()
			.all();
		const hash = createHash('sha256');
		const counts = new Map<string, number>();
		for (const table of tables) {
			const n = db.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0;
			counts.set(table, n);
			hash.update(`${table} ${n}\n`);
		}
		const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
		const [answers, released] = [counts.get('receipt') ?? 0, counts.get('released') ?? 0];
		return { all, answers, released, digest: hash.digest('hex') };
	} finally {
		db.close();
	}
}

async function digestOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

/** Each of its steps can be done again. What was here goes last, when what is there is placed. */
async function* arrive(
	municipality: string,
	mark: marks.Mark,
	{ to, arriving, ...from }: Way
): AsyncGenerator<string, void, undefined> {
	const taken = keysCopy.takenAs(to.keys);
	keysCopy.settle(to.keys);
	if (existsSync(taken)) keysCopy.keep(taken, to.keys);
	if (existsSync(arriving)) fileCopy.giveName(arriving, to.file);
	if (!existsSync(to.file) || !keys.stand(to.keys))
		throw new Error(`${to.file} and ${to.keys} are not there; nothing was destroyed here`);
	yield `4/4 switch: ${to.file} and its keys have their names`;
	marks.welcome(municipality, mark);
	const written = await placement.place(municipality, mark.place);
	yield `4/4 switch: placed on ${mark.place} in ${written.join(' and ')}`;
	keysCopy.discard(from.keys);
	yield '4/4 switch: the keys that stood here are overwritten';
	for (const end of ['', '-wal', '-shm', '-journal']) rmSync(from.file + end, { force: true });
	marks.end(municipality);
}
