import Database from 'better-sqlite3';
import {
	closeSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	renameSync,
	rmSync,
	truncateSync,
	writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as clock from './clock.ts';
import * as condition from './condition.ts';
import { close, closeAll, open } from './core/database.ts';
import { Trouble, type Kind } from './core/trouble.ts';
import * as municipality from './municipality.ts';
import * as plans from './plan/plans.ts';

const slugs = plans.all().map((plan) => plan.municipality);
let folder: string;
let logged: { [name: string]: unknown }[];
let stop: (() => void) | undefined;

beforeEach(() => {
	closeAll();
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-condition-'));
	at(folder);
	logged = [];
	vi.spyOn(console, 'error').mockImplementation((line: string) => logged.push(JSON.parse(line)));
});

afterEach(() => {
	stop?.();
	closeAll();
	for (const slug of slugs) condition.judge(slug, undefined);
	rmSync(folder, { recursive: true, force: true });
});

const begin = async () => (stop = await clock.start());
const file = (slug: string) => join(folder, 'data', `${slug}.sqlite`);
const standing = () => slugs.filter((slug) => condition.of(slug).state === 'serving');

/** As a first life of the server leaves it: both halves are there. */
const lived = (): void => cpSync(first, folder, { recursive: true });
const first = mkdtempSync(join(tmpdir(), 'oejenhoejde-condition-'));
beforeAll(async () => {
	at(first);
	(await clock.start())();
	closeAll();
});
afterAll(() => rmSync(first, { recursive: true }));

function at(place: string): void {
	vi.stubEnv('DATA_DIR', join(place, 'data'));
	vi.stubEnv('KEYS_DIR', join(place, 'keys'));
}

const overwrite = (path: string): void => {
	const out = openSync(path, 'r+');
	writeSync(out, Buffer.alloc(8192, 'x'), 0, 8192, 0);
	closeSync(out);
};

it.each<[string, string, () => unknown]>([
	[
		'held by another program',
		'busy',
		() => {
			const other = new Database(file('vejen'));
			other.exec('begin immediate');
			return () => other.close();
		}
	],
	['malformed', 'malformed', () => overwrite(file('vejen'))],
	['gone, and its keys stand', 'file-missing', () => rmSync(file('vejen'))],
	['empty, and its keys stand', 'file-missing', () => truncateSync(file('vejen'))],
	[
		'without its secret',
		'secret-missing',
		() => rmSync(join(folder, 'keys', 'vejen', 'codes.secret'))
	],
	[
		'with another municipality’s secret',
		'secret-other',
		() =>
			copyFileSync(
				join(folder, 'keys', 'stevns', 'codes.secret'),
				join(folder, 'keys', 'vejen', 'codes.secret')
			)
	],
	[
		'without its device keys',
		'key-missing',
		() => rmSync(join(folder, 'keys', 'vejen', 'seal'), { recursive: true })
	],
	[
		'without any of its keys',
		'key-missing',
		() => rmSync(join(folder, 'keys', 'vejen'), { recursive: true })
	]
])('one municipality’s file is %s: it says %s, and the others serve', async (_, kind, breaks) => {
	lived();
	const mend = breaks();
	await begin();
	expect(condition.of('vejen')).toMatchObject({ state: 'broken', kind });
	expect(logged).toMatchObject([{ municipality: 'vejen', turn: 'failed', kind }]);
	expect(() => municipality.find('vejen')).toThrow(expect.objectContaining({ kind }));
	expect(standing()).toEqual(slugs.filter((slug) => slug !== 'vejen'));
	expect(municipality.find('stevns')?.plan.municipality).toBe('stevns');
	if (typeof mend === 'function') mend();
});

it('never makes one half where the other shows that there was one', async () => {
	lived();
	rmSync(join(folder, 'data'), { recursive: true });
	rmSync(join(folder, 'keys', 'stevns'), { recursive: true });
	await begin();
	// Stevns has lost both, and begins anew.
	expect(standing()).toEqual(['stevns']);
	expect(existsSync(file('vejen'))).toBe(false);
});

it('is tried again, and serves when it is mended', async () => {
	lived();
	const path = join(folder, 'keys', 'vejen', 'codes.secret');
	renameSync(path, `${path}.away`);
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
	await begin();
	expect(condition.of('vejen').state).toBe('broken');
	renameSync(`${path}.away`, path);
	await vi.advanceTimersByTimeAsync(3000);
	expect(condition.of('vejen')).toEqual({ state: 'serving' });
	vi.useRealTimers();
});

it('hears whoever asks for a turn from the first moment, also in the midst of one', async () => {
	lived();
	const path = join(folder, 'keys', 'vejen', 'codes.secret');
	renameSync(path, `${path}.away`);
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
	const beginning = begin();
	// Nobody would hear it, and the system would end the server.
	expect(process.emit('SIGUSR2', 'SIGUSR2')).toBe(true);
	await beginning;
	expect(condition.of('vejen').state).toBe('broken');
	renameSync(`${path}.away`, path);
	// Sooner than it would be tried again by itself.
	await vi.advanceTimersByTimeAsync(1000);
	expect(condition.of('vejen')).toEqual({ state: 'serving' });
	vi.useRealTimers();
});

it('says what goes wrong while it answers once a minute, of each municipality and kind', () => {
	const busy = { problem: new Error('x'), route: '/[municipality]/api/v1/delinger' };
	const say = (slug: string, kind: Kind, now: number) =>
		condition.say(slug, new Trouble(kind), { ...busy, now });
	expect(say('vejen', 'busy', 0)).toEqual(expect.any(String));
	expect(say('vejen', 'busy', 59_999)).toBeUndefined();
	expect(say('vejen', 'full', 1)).toEqual(expect.any(String));
	expect(say('stevns', 'busy', 1)).toEqual(expect.any(String));
	expect(say('vejen', 'busy', 60_000)).toEqual(expect.any(String));
	expect(logged).toHaveLength(4);
	expect(logged[0]).toMatchObject({
		municipality: 'vejen',
		kind: 'busy',
		status: 503,
		route: busy.route
	});
});

it('goes on with what it has, once it has served, where the trouble may be over soon', async () => {
	lived();
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
	await begin();
	const other = new Database(file('vejen'));
	other.exec('begin immediate');
	await vi.advanceTimersByTimeAsync(601_000);
	expect(logged).toMatchObject([{ municipality: 'vejen', kind: 'busy' }]);
	expect(standing()).toEqual(slugs);
	other.close();
	vi.useRealTimers();
});

it('notices a file that is gone while it serves, and makes no other in its place', async () => {
	lived();
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
	await begin();
	renameSync(file('vejen'), `${file('vejen')}.away`);
	expect(() => municipality.find('vejen')).toThrow(
		expect.objectContaining({ kind: 'file-missing' })
	);
	condition.suspect('vejen');
	await vi.advanceTimersByTimeAsync(12_000);
	expect(condition.of('vejen')).toMatchObject({ state: 'broken', kind: 'file-missing' });
	expect(existsSync(file('vejen'))).toBe(false);
	renameSync(`${file('vejen')}.away`, file('vejen'));
	await vi.advanceTimersByTimeAsync(12_000);
	expect(standing()).toEqual(slugs);
	vi.useRealTimers();
});

it('opens a file that another one was laid in the place of', () => {
	lived();
	const before = open('vejen');
	before.prepare("insert into setting (name, value) values ('which', 'old')").run();
	before.pragma('wal_checkpoint(TRUNCATE)');
	copyFileSync(file('vejen'), `${file('vejen')}.copy`);
	before.prepare("update setting set value = 'new' where name = 'which'").run();
	renameSync(`${file('vejen')}.copy`, file('vejen'));
	const after = open('vejen');
	expect(after.prepare("select value from setting where name = 'which'").pluck().get()).toBe('old');
	close('vejen');
});

it('does not start at all where every figure is a demo’s and the server is none', async () => {
	vi.stubEnv('DEMO', '0');
	mkdirSync(join(folder, 'data'), { recursive: true });
	const mark = (slug: string) =>
		open(slug).prepare("insert into setting (name, value) values ('demo', 'done')").run();
	slugs.slice(1).forEach(mark);
	(await begin())();
	expect(standing()).toEqual([slugs[0]]);
	mark(slugs[0] ?? '');
	await expect(clock.start()).rejects.toThrow('DEMO=1');
});
