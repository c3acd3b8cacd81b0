import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import { unsealIf } from '../../src/lib/server/core/sealed.ts';
import * as box from '../../src/lib/server/rounds/box.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import { questionnaire, round, submission } from '../support/survey.ts';
import { DAY } from './town.ts';

/** 200 by hand: `KILLS=200 npx vitest run tests/soundness/crash.spec.ts`. */
const KILLS = Number(process.env.KILLS ?? 24);
/** So many answers are sent to each process, which dies while it counts one of them. */
const BATCH = 3;
const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-crash-'));
const [file, keysFolder] = [join(folder, 'live.sqlite'), join(folder, 'keys')];
/** Inside the project, as it looks for SQLite from where it lies. */
const built = resolve('.svelte-kit/soundness');
const program = join(built, 'killed.js');

beforeAll(async () => {
	await build({ mode: 'soundness', logLevel: 'error', build: { outDir: built } });
}, 240_000);

it(`opens every box, loses nothing and doubles nothing, killed ${KILLS} times at every step`, async () => {
	const db = openFile(file);
	rounds.open(db, keysFolder, round, questionnaire, 500);
	db.close();
	const given = Array.from({ length: KILLS + 50 }, (_, n) =>
		submission({ channel: 'open', answeredOn: DAY, comment: `Tanke ${letters(n)}` })
	);
	// The first answer makes what is made once.
	await stepsOf(given[0] as object);
	const steps = await stepsOf(given[1] as object);
	expect(steps).toBeGreaterThan(8);
	let sent = 2;
	let killed = 0;
	let behind = 0;
	const acknowledged = new Set<string>(given.slice(0, 2).map(({ id }) => id));
	while (killed < KILLS && sent < given.length) {
		// What was not acknowledged is sent again, as a device does.
		const batch = given.slice(Math.max(0, sent - BATCH), sent + 1);
		const run = await count(batch, batch.length - 1, killed % steps);
		for (const id of run.acknowledged) acknowledged.add(id);
		if (run.wasKilled) killed += 1;
		sent += 1;
		const now = openFile(file);
		const seen = look(now);
		now.close();
		expect(seen.receipts).toBe(seen.answered);
		expect(seen.comments).toHaveLength(seen.answered);
		expect(seen.receipts).toBeGreaterThanOrEqual(acknowledged.size);
		behind += seen.receipts - acknowledged.size;
	}
	expect(killed).toBe(KILLS);
	// At last all of them arrive.
	await count(given, -1, 0);
	const last = openFile(file);
	const seen = look(last);
	last.close();
	expect(seen.answered).toBe(given.length);
	expect(seen.comments.sort()).toEqual(given.map(({ comment }) => comment).sort());
	// Some of the kills came after the commit and before the reply.
	expect(behind).toBeGreaterThan(0);
}, 4_000_000);

type Run = { wasKilled: boolean; acknowledged: string[]; said: string };

let runs = 0;
async function count(all: object[], answerAt: number, stepAt: number): Promise<Run> {
	runs += 1;
	const [given, done] = [join(folder, 'given.json'), join(folder, `done-${runs}`)];
	writeFileSync(given, JSON.stringify(all));
	writeFileSync(done, '');
	const child = spawn(
		process.execPath,
		[program, file, keysFolder, given, done, String(answerAt), String(stepAt), DAY],
		{ stdio: ['ignore', 'pipe', 'inherit'], timeout: 60_000 }
	);
	let said = '';
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	// A time limit ends it by another signal.
	if (code !== 0 && signal !== 'SIGKILL') throw new Error(`ended with ${code} ${signal}`);
	const acknowledged = readFileSync(done, 'utf8').split('\n').filter(Boolean);
	return { wasKilled: signal === 'SIGKILL', acknowledged, said };
}

/** How many steps there are in counting one answer. */
async function stepsOf(first: object): Promise<number> {
	const { said } = await count([first], 0, -1);
	return Number(/steps (\d+)/.exec(said)?.[1]);
}

const letters = (n: number): string =>
	String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

function look(db: Db): { receipts: number; answered: number; comments: string[] } {
	let answered = 0;
	for (const { unit, kind } of rounds.units(db, round.id)) {
		const counts = box.read(db, { keysFolder, round, questionnaire, unit, kind });
		if (kind === 'month') answered += counts.get('open||||answered') ?? 0;
	}
	const quarter = { keysFolder, round, questionnaire, unit: '2026-Q1', kind: 'quarter' as const };
	const { commentKey = Buffer.alloc(0) } = box.read(db, quarter);
	const comments = db
		.prepare<[], Buffer>('select sealed from sealed_comment')
		.pluck()
		.all()
		.map((sealed) => {
			const bytes = unsealIf(commentKey, sealed, `${round.id}|2026-Q1|comment`);
			return bytes ? String(JSON.parse(bytes.toString())) : 'cannot be opened';
		});
	const receipts = db.prepare<[], number>('select count(*) from receipt').pluck().get() ?? 0;
	return { receipts, answered, comments };
}
