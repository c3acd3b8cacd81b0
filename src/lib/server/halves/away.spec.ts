import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
	at,
	copied,
	copiedYesterday,
	count,
	filesOf,
	today,
	turned,
	vejen,
	words
} from '../../../../tests/support/copied.ts';
import { many, questionnaire, round } from '../../../../tests/support/survey.ts';
import { run as acceptOlder } from '../commands/accept-older.ts';
import { run as checkCopy } from '../commands/check-copy.ts';
import { run as restore } from '../commands/restore.ts';
import { closeAll } from '../core/database.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as changes from '../rounds/changes.ts';
import * as rounds from '../rounds/rounds.ts';
import { list as unopened } from '../rounds/unopened.ts';

copiedYesterday();

const OVER = '2026-07-10';
const boxes = (...path: string[]) => at('keys', 'vejen', 'boxes', ...path);
const states = (): string[] =>
	vejen()
		.db.prepare<[], string>('select state from unit union all select state from picture_quarter')
		.pluck()
		.all();
const autumn = {
	...round,
	id: 'efteraar',
	prefix: 'EF',
	opensOn: '2026-07-01',
	closesOn: '2026-09-30'
};

/** How keys can be away that are not gone. @returns what brings them back */
const AWAY: [string, string, () => () => unknown][] = [
	['the folder of them is not there', 'key-missing', () => moved(boxes())],
	[
		'it is there and empty: a disk that is not mounted yet',
		'key-missing',
		() => {
			const back = moved(boxes());
			mkdirSync(boxes());
			return () => {
				rmSync(boxes(), { recursive: true });
				back();
			};
		}
	],
	['a round’s are not back yet', 'key-missing', () => moved(boxes(round.id))],
	[
		'a round’s folder is there, and its file is not',
		'key-missing',
		() => moved(boxes(round.id, 'units.keys'))
	],
	['the pictures’ are not back yet', 'key-missing', () => moved(boxes('_pictures'))],
	['a file is empty', 'key-missing', () => changed((path) => truncateSync(path, 0))],
	['a file is cut short', 'malformed', () => changed((path) => truncateSync(path, 300))],
	[
		'a file is something else',
		'malformed',
		() => changed((path) => writeFileSync(path, Buffer.alloc(2560, 'x')))
	]
];

function moved(path: string): () => void {
	renameSync(path, at('aside'));
	return () => renameSync(at('aside'), path);
}
function changed(change: (path: string) => void): () => void {
	const path = boxes(round.id, 'units.keys');
	const before = readFileSync(path);
	change(path);
	return () => writeFileSync(path, before);
}

it.each(AWAY)('closes and destroys nothing where %s', async (_, kind, takeAway) => {
	await turned();
	const before = states();
	const back = takeAway();
	for (const day of [today, OVER]) {
		await expect(turned(day)).rejects.toMatchObject({
			kind,
			path: expect.stringContaining(boxes())
		});
	}
	expect(states()).toEqual(before);
	back();
	await turned(OVER);
	const after = states();
	expect(after).not.toContain('lost');
	expect(after).toContain('released');
});

it('takes no answer, opens no round and withdraws none meanwhile, and nothing of it lies in the way', async () => {
	const { db, keysFolder } = await turned();
	rounds.open(db, keysFolder, autumn, questionnaire, 500);
	const back = moved(boxes());
	const missing = expect.objectContaining({ kind: 'key-missing', path: boxes() });
	await expect(count(many(2))).rejects.toEqual(missing);
	const next = {
		...autumn,
		id: 'vinter',
		prefix: 'VI',
		opensOn: '2026-10-01',
		closesOn: '2026-12-31'
	};
	expect(() => rounds.open(db, keysFolder, next, questionnaire, 500)).toThrow(missing);
	expect(() => changes.withdraw(db, keysFolder, autumn.id, today)).toThrow(missing);
	expect(existsSync(boxes())).toBe(false);
	back();
	expect((await count(many(2))).map((reply) => reply?.outcome)).toEqual(['counted', 'counted']);
	expect(unopened(db, keysFolder)).toEqual([]);
});

it('one key that is missing among others is lost on its day, and no more', async () => {
	const { db, keysFolder } = await turned();
	boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-02' });
	await turned(OVER);
	const lost = db.prepare("select unit from unit where state = 'lost'").pluck().all();
	expect(lost).toEqual(['2026-02']);
});

it('an operator goes on without keys that are gone for good, and they may still be found until the day', async () => {
	await turned();
	closeAll();
	cpSync(boxes(), at('found'), { recursive: true });
	rmSync(boxes(round.id), { recursive: true });
	expect(() => acceptOlder(['vejen'])).toThrow('--yes');
	expect(words()).toContain(`${boxes(round.id)}: keys are not there`);
	expect(existsSync(boxes(round.id))).toBe(false);
	acceptOlder(['vejen', '--yes']);
	await turned();
	expect(unopened(vejen().db, vejen().keysFolder).length).toBeGreaterThan(5);
	cpSync(at('found'), boxes(), { recursive: true });
	expect(unopened(vejen().db, vejen().keysFolder)).toEqual([]);
	rmSync(boxes(round.id), { recursive: true });
	acceptOlder(['vejen', '--yes']);
	await turned(OVER);
	expect(states()).toContain('lost');
	acceptOlder(['vejen', '--yes']);
	expect(words()).toContain('no keys are lacking');
});

it('a pair whose keys lack a round’s is named before it is put back, and closes that round alone', async () => {
	await copied('yesterday');
	closeAll();
	rmSync(join(at('yesterday', 'keys', 'vejen'), 'boxes', round.id), { recursive: true });
	const pair = [filesOf('yesterday'), '--keys', at('yesterday', 'keys')];
	expect(() => checkCopy(pair)).toThrow('1 of 5');
	expect(words()).toMatch(/2026-02 cannot be opened: its key is not there/);
	restore(['vejen', ...pair, '--yes']);
	await turned(OVER);
	const picture = vejen().db.prepare('select state from picture_quarter').pluck().all();
	expect(picture).not.toContain('lost');
	expect(states()).toContain('lost');
});
