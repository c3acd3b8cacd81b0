import Database from 'better-sqlite3';
import {
	cpSync,
	existsSync,
	linkSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import {
	answered,
	at,
	closed,
	copied,
	copiedYesterday,
	count,
	filesOf,
	makeCodes,
	outcomes,
	pairOf,
	putBackFile,
	putBackKeys,
	today,
	turned,
	vejen,
	withCode,
	words
} from '../../../../tests/support/copied.ts';
import { many, round } from '../../../../tests/support/survey.ts';
import { run as acceptOlder } from '../commands/accept-older.ts';
import { run as backup } from '../commands/backup.ts';
import { run as checkCopy } from '../commands/check-copy.ts';
import { run as restore } from '../commands/restore.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import { closeAll } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import { nextOf } from '../core/moving-keys/moving.ts';
import { unsealIf } from '../core/sealed.ts';
import { layout } from '../rounds/counters.ts';
import * as rounds from '../rounds/rounds.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';

copiedYesterday();

it('a pair lies in two places, opens what it belongs to, and destroys the keys of the pair before', async () => {
	const path = at('yesterday', 'keys', 'vejen', 'boxes', round.id, 'units.keys');
	linkSync(path, at('watched'));
	const of = { keysFolder: at('yesterday', 'keys', 'vejen'), round: round.id, unit: '2026-02' };
	const before = boxKeys.standing(of);
	await count(many(4));
	await copied('yesterday');
	expect(words()).toMatch(/vejen\.sqlite: (\d+) of \1 pages/);
	checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
	expect(words()).toContain('vejen: in order');
	expect(boxKeys.standing(of)?.step).toBe((before?.step ?? 0) + 1);
	expect(readFileSync(at('watched')).includes(before?.key ?? '')).toBe(false);
	expect(existsSync(at('yesterday', 'keys', 'vejen.former'))).toBe(false);
	expect(existsSync(at('yesterday', 'keys', 'vejen.new'))).toBe(false);
});

/** As on a disk that fills up: part of the copy is there. */
const noRoom = (path: string): Promise<never> => {
	writeFileSync(path, 'half a file');
	return Promise.reject(new Error('no room'));
};

it('the pair before is whole until the next one is, and nothing of one that failed is left', async () => {
	await count(many(4));
	const failing = vi.spyOn(Database.prototype, 'backup').mockImplementation(noRoom);
	await expect(copied('yesterday')).rejects.toThrow('no room');
	// Whoever makes copies of files alone loses none either.
	await expect(backup([at('yesterday', 'files')])).rejects.toThrow('no room');
	failing.mockRestore();
	checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
	expect(words()).toContain('5 in order');
	const left = [...readdirSync(filesOf('yesterday')), ...readdirSync(at('yesterday', 'keys'))];
	expect(left.filter((name) => !/^[a-z-]+(\.sqlite)?$/.test(name))).toEqual([]);
});

it.each(['.new', '.former'])(
	'keys of a pair that was ended between two names are whole as %s, and get their name back',
	async (end) => {
		const place = at('yesterday', 'keys', 'vejen');
		if (end === '.new') cpSync(place, `${place}.new`, { recursive: true });
		renameSync(place, `${place}.former`);
		const failing = vi.spyOn(Database.prototype, 'backup').mockImplementation(noRoom);
		await expect(copied('yesterday')).rejects.toThrow('no room');
		failing.mockRestore();
		checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
		expect(words()).toContain('5 in order');
		expect(existsSync(`${place}.former`)).toBe(false);
	}
);

it.each([['files'], ['keys'], ['data'], [join('keys', 'vejen')]])(
	'keys are not copied to %s, where the other half or the keys that stand lie',
	async (name) => {
		await expect(backup([at('files'), at(name)])).rejects.toThrow('belong apart');
	}
);

it('keys that have been damaged do not take the place of those that open more', async () => {
	boxKeys.destroy({ keysFolder: at('keys', 'vejen'), round: round.id, unit: '2026-03' });
	await expect(copied('yesterday')).rejects.toThrow(
		/2026-03 cannot be opened.*keys of the pair before are kept/
	);
	checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
	expect(words()).toContain('5 in order');
	// Where those do not open it either, the newer ones are kept, and it is said.
	boxKeys.destroy({
		keysFolder: at('yesterday', 'keys', 'vejen'),
		round: round.id,
		unit: '2026-03'
	});
	await count(many(2));
	await expect(copied('yesterday')).rejects.toThrow(
		/2026-03 cannot be opened: its key is not there$/
	);
	expect(() => checkCopy([filesOf('yesterday'), '--keys', at('yesterday', 'keys')])).toThrow(
		'1 of 5'
	);
});

it('drill: the newest pair is whole, and codes that came after it are not refused for good', async () => {
	await count(many(3));
	await copied('yesterday');
	const [code] = makeCodes(1);
	await count(many(5));
	await turned();
	closeAll();
	restore(pairOf('yesterday'));
	expect(answered()).toBe(15);
	expect(closed()).toEqual([]);
	await turned();
	expect(outcomes(await count(many(2)))).toEqual(['counted', 'counted']);
	expect(outcomes(await count(withCode(code)))).toEqual([undefined]);
	await copied('yesterday');
	checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
});

it('drill: on a machine where there is not even a folder, the pair is put back whole', async () => {
	closeAll();
	vi.stubEnv('DATA_DIR', at('elsewhere', 'data'));
	vi.stubEnv('KEYS_DIR', at('elsewhere', 'keys'));
	restore(pairOf('yesterday'));
	expect(answered()).toBe(12);
	expect(closed()).toEqual([]);
	expect(outcomes(await count(many(2)))).toEqual(['counted', 'counted']);
});

it('drill: what was sealed after the copy, no key opens that moves on from a restored one', async () => {
	await count(many(1));
	const sealed = "select sealed from box where unit = '2026-02' and round = ?";
	const lost = vejen().db.prepare<[string], Buffer>(sealed).pluck().get(round.id);
	closeAll();
	restore(pairOf('yesterday'));
	const { db, keysFolder } = vejen();
	await count(many(1));
	db.prepare("update box set sealed = ? where unit = '2026-02' and round = ?").run(lost, round.id);
	expect(closed()).toEqual(['2026-02']);
	const kept = rounds.find(db, round.id);
	const chain = boxKeys.standing({ keysFolder, round: round.id, unit: '2026-02' });
	if (!chain || !kept || !lost) throw new Error('there are');
	const { hash } = layout(kept, 'month');
	let key = chain;
	for (let n = 0; n < 50; n++, key = nextOf(key)) {
		expect(unsealIf(key.key, lost.subarray(6), `${round.id}|2026-02|${hash}`)).toBeUndefined();
	}
});

it('drill: a file newer than its keys is whole, once an operator goes on with them', async () => {
	await count(many(9));
	await turned();
	putBackKeys();
	expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'keys-older' }));
	acceptOlder(['vejen', '--yes']);
	expect(closed()).toEqual([]);
	expect(answered()).toBe(21);
	expect(outcomes(await count(many(2)))).toEqual(['counted', 'counted']);
	expect(answered()).toBe(23);
});

it('drill: keys newer than the file close in words what was counted in since, and the rest is whole', async () => {
	await count(many(9));
	closeAll();
	restore(['vejen', filesOf('yesterday'), '--yes']);
	expect(words()).toMatch(
		/2026-02 cannot be opened: its key is another.*\(--keys\); on its day it is closed as lost/
	);
	expect(closed()).toEqual(['2026-02']);
	// What comes is counted in another month.
	expect(outcomes(await count(many(3)))).toEqual(['counted', 'counted', 'counted']);
	expect(answered()).toBe(3);
	const released = await turned('2026-03-10').then(({ db }) => rounds.units(db, round.id));
	expect(released.find(({ unit }) => unit === '2026-02')?.state).toBe('lost');
	// The keys that were copied with it would have opened it.
	closeAll();
	restore(pairOf('yesterday'), new Date('2026-03-10T10:00:00Z'));
	expect(answered()).toBe(12);
});

it('drill: where all keys are gone the municipality waits in words, and serves with the pair’s', async () => {
	const made = sealingKeys.rotate(vejen().keysFolder, today);
	await count(many(2));
	await turned();
	closeAll();
	cpSync(at('keys'), at('aside'), { recursive: true });
	rmSync(at('keys', 'vejen'), { recursive: true });
	expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'key-missing' }));
	expect(() => restore(['vejen', filesOf('yesterday'), '--yes'])).toThrow('not in order');
	cpSync(at('yesterday', 'keys', 'vejen'), at('keys', 'vejen'), { recursive: true });
	acceptOlder(['vejen', '--yes']);
	expect(answered()).toBe(14);
	// With a pair, keys of devices that were made since stay.
	closeAll();
	cpSync(at('aside', 'vejen', 'seal'), at('keys', 'vejen', 'seal'), { recursive: true });
	restore(pairOf('yesterday'));
	expect(keys.keyPair(vejen().keysFolder, made)).toBeDefined();
	expect(answered()).toBe(12);
});

it('a file put back by hand beside its own keys is told from one that is older than they are', async () => {
	await count(many(1));
	await turned();
	closeAll();
	putBackFile();
	expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'file-older' }));
	putBackKeys();
	expect(vejen().plan.municipality).toBe('vejen');
	expect(answered()).toBe(12);
});
