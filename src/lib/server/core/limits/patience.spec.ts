import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyLog, immediately, openFile, type Db } from '../database.ts';
import { ifFree, WAIT_MILLISECONDS, withoutWaiting } from './patience.ts';

let folder: string;
let path: string;
let db: Db;
let other: Database.Database;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-patience-'));
	path = join(folder, 'vejen.sqlite');
	db = openFile(path);
	other = new Database(path);
});
afterEach(() => {
	db.close();
	other.close();
	rmSync(folder, { recursive: true });
});

const put = () => db.prepare("insert or replace into setting (name, value) values ('a', 'b')");
const WRITES: [string, () => unknown][] = [
	['a transaction', () => immediately(db, () => put().run())],
	['a statement by itself', () => put().run()],
	['one that tells what it wrote', () => db.prepare('delete from setting returning name').get()],
	['several that it wrote', () => db.prepare('delete from setting returning name').all()]
];

function timed(work: () => unknown): { milliseconds: number; problem: unknown } {
	const began = performance.now();
	let problem: unknown;
	try {
		work();
	} catch (thrown) {
		problem = thrown;
	}
	return { milliseconds: performance.now() - began, problem };
}
/** A machine that is busy is slow: what waits shows by its sum. */
const TIMES = 5;
const BUSY = expect.objectContaining({ code: 'SQLITE_BUSY' });

it.each(WRITES)('waits for a held file once, and not again before it was free: %s', (_, write) => {
	other.exec('begin immediate');
	const first = timed(write);
	expect(first.problem).toEqual(BUSY);
	expect(first.milliseconds).toBeGreaterThan(WAIT_MILLISECONDS / 2);
	const others = WRITES.map(([, each]) => timed(each));
	const next = timed(write);
	expect([...others, next].map(({ problem }) => problem)).toEqual(
		Array.from({ length: 5 }, () => BUSY)
	);
	expect(others.reduce((sum, each) => sum + each.milliseconds, next.milliseconds)).toBeLessThan(
		WAIT_MILLISECONDS * 2
	);
	// What was asked for meanwhile waits for nobody: reading, and emptying the log.
	expect(timed(() => db.prepare('select * from setting').all())).toMatchObject({
		problem: undefined
	});
	other.exec('rollback');
	expect(timed(write).problem).toBeUndefined();
	other.exec('begin immediate');
	expect(timed(write).milliseconds).toBeGreaterThan(WAIT_MILLISECONDS / 2);
});

it('does not wait for readers when it empties the log, nor for whoever has all of the file', () => {
	put().run();
	other.exec('begin');
	other.prepare('select * from setting').all();
	put().run();
	const emptied = timed(() => {
		for (let n = 0; n < TIMES; n++) expect(emptyLog(db)).toBe(false);
	});
	expect(emptied.problem).toBeUndefined();
	expect(emptied.milliseconds).toBeLessThan(WAIT_MILLISECONDS * 2);
	other.exec('rollback');
	expect(emptyLog(db)).toBe(true);
	other.exec('begin exclusive');
	const held = timed(() => {
		for (let n = 0; n < TIMES; n++) {
			expect(emptyLog(db)).toBe(false);
			expect(() => db.exec('vacuum')).toThrow(BUSY);
		}
	});
	expect(held.problem).toBeUndefined();
	expect(held.milliseconds).toBeLessThan(WAIT_MILLISECONDS * 2);
});

it('takes what was held for a moment only, and takes it whole', async () => {
	const holder = new Worker(
		`const { workerData, parentPort } = require('node:worker_threads');
		const db = require('better-sqlite3')(workerData);
		parentPort.on('message', () => {
			db.exec('begin immediate');
			parentPort.postMessage('held');
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80);
			db.exec('rollback');
		});`,
		{ eval: true, workerData: path }
	);
	try {
		for (const [, write] of WRITES) {
			const isHeld = new Promise((resolve) => holder.once('message', resolve));
			holder.postMessage('hold');
			await isHeld;
			expect(timed(write).problem).toBeUndefined();
		}
	} finally {
		await holder.terminate();
	}
});

it('waits for nobody where it is hurried, and leaves out what may be left out', () => {
	other.exec('begin immediate');
	const hurried = timed(() => withoutWaiting(() => put().run()));
	expect(hurried.problem).toEqual(BUSY);
	const noted = timed(() => ifFree(() => put().run()));
	expect(noted.problem).toBeUndefined();
	expect(hurried.milliseconds + noted.milliseconds).toBeLessThan(WAIT_MILLISECONDS);
	// One file's holder is nothing to another.
	const second = openFile(join(folder, 'stevns.sqlite'));
	expect(timed(() => ifFree(() => second.exec('no sql'))).problem).toMatchObject({
		code: 'SQLITE_ERROR'
	});
	expect(put().readonly).toBe(false);
	second.close();
	other.exec('rollback');
	ifFree(() => put().run());
	expect(db.prepare("select value from setting where name = 'a'").pluck().get()).toBe('b');
});

it('does not do twice what had begun', () => {
	let times = 0;
	const busy = Object.assign(new Error(), { code: 'SQLITE_BUSY' });
	const problem = timed(() =>
		immediately(db, () => {
			times += 1;
			throw busy;
		})
	);
	expect(problem.problem).toBe(busy);
	expect(times).toBe(1);
});
