import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { begin, type Assessment } from '../../journey/assessment.ts';
import { countOf, sealCount } from '../../journey/count.ts';
import type { JourneyModel } from '../../journey/model.ts';
import { otherModel } from '../../../../tests/support/other-model.ts';
import { stevnsJourney } from '../../plan/content/journey/stevns.ts';
import { makeKeyPair, type KeyPair } from '../core/opener.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import { openFile, type Db } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import { Trouble } from '../core/trouble.ts';
import * as pictures from './pictures.ts';

const TODAY = '2026-05-20';
/** The weather is never counted here. */
const model: JourneyModel = {
	...otherModel,
	areas: otherModel.areas.map((area) => ({ ...area, counted: area.id !== 'weather' }))
};

let folder: string;
let db: Db;
let keysFolder: string;
let pair: KeyPair;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-pictures-'));
	keysFolder = join(folder, 'keys');
	db = openFile(join(folder, 'havneby.sqlite'));
	pair = makeKeyPair();
	keys.addKeyPair(keysFolder, { ...pair, madeOn: TODAY });
	pictures.turn(db, keysFolder, model, TODAY);
});

const made = (boat: string | null, marker: string | null): Assessment => ({
	...begin(randomUUID(), model, TODAY),
	placements: [
		{ area: 'boat', step: boat, talk: true, note: 'Hemmelig note' },
		{ area: 'weather', step: 'fog', talk: false, note: '' }
	],
	marker
});
const count = async (picture: Assessment, id: string = randomUUID(), today = TODAY) =>
	pictures.receive(db, keysFolder, await sealCount(countOf(picture, model, id), pair), today);
async function countMany(n: number, boat: string | null, marker: string | null) {
	for (let i = 0; i < n; i++) expect(await count(made(boat, marker))).toBe('counted');
}
const released = () =>
	Object.fromEntries(
		pictures
			.released(db)
			.flatMap(({ counts }) => counts)
			.map(({ area, place, n }) => [`${area || 'marker'}:${place}`, n])
	);

describe('counting a picture by consent', () => {
	it('leaves the device with places alone, and never the help from the municipality', () => {
		const picture: Assessment = {
			...begin(randomUUID(), stevnsJourney, TODAY),
			name: 'Mit navn',
			placements: [
				{ area: 'work', step: 'ready', talk: true, note: 'Hemmelig' },
				{ area: 'municipality', step: 'know-a-little', talk: false, note: '' }
			],
			marker: 'own-way',
			next: { what: 'Ringe', by: '2026-06-01' }
		};
		const id = randomUUID();
		expect(countOf(picture, stevnsJourney, id)).toEqual({
			id,
			steps: { work: 'ready' },
			marker: 'own-way'
		});
	});

	it('counts once, whatever is sent again', async () => {
		const id = randomUUID();
		expect(await count(made('calm', 'alone'), id)).toBe('counted');
		expect(await count(made('storm', 'around'), id)).toBe('already-counted');
	});

	it('does not count what was sealed to another key or changed on the way', async () => {
		const sealed = await sealCount(countOf(made('calm', null), model, randomUUID()), pair);
		const other = { ...makeKeyPair(), id: pair.id };
		const strange = await sealCount(countOf(made('calm', null), model, randomUUID()), other);
		expect(await pictures.receive(db, keysFolder, strange, TODAY)).toBe('not-counted');
		const renamed = { ...sealed, id: randomUUID() };
		expect(await pictures.receive(db, keysFolder, renamed, TODAY)).toBe('not-counted');
	});

	it('refuses nothing by our own fault: without its key, or before its quarter was opened', async () => {
		const picture = made('calm', null);
		const seal = join(keysFolder, 'seal');
		renameSync(seal, `${seal}-away`);
		await expect(count(picture)).rejects.toMatchObject({ kind: 'key-missing', path: seal });
		renameSync(`${seal}-away`, seal);
		expect(await count(picture)).toBe('counted');
		const next = '2026-07-01';
		await expect(count(picture, randomUUID(), next)).rejects.toBeInstanceOf(Trouble);
		pictures.openQuarter(db, keysFolder, model, next);
		expect(await count(picture, randomUUID(), next)).toBe('counted');
		// What the turn does afterwards, or another picture, takes nothing away.
		pictures.openQuarter(db, keysFolder, model, next);
		pictures.turn(db, keysFolder, model, next);
		expect(await count(picture, randomUUID(), next)).toBe('counted');
		expect(db.prepare('select count(*) from picture_receipt').pluck().get()).toBe(3);
	});

	it('publishes nothing before the announced day', async () => {
		await countMany(12, 'calm', 'alone');
		await countMany(12, 'storm', 'around');
		pictures.turn(db, keysFolder, model, '2026-07-09');
		expect(released()).toEqual({});
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(released()).toEqual({
			'marker:alone': 12,
			'marker:around': 12,
			'boat:calm': 12,
			'boat:storm': 12
		});
	});

	it('hides few, and one more so that they cannot be found by subtraction', async () => {
		await countMany(3, 'fog', 'along');
		await countMany(11, 'calm', 'alone');
		await countMany(12, 'storm', 'around');
		await countMany(14, 'wind', 'around');
		pictures.turn(db, keysFolder, model, '2026-07-10');
		// 3 + 11 are hidden together; of the markers too few would be left to show any.
		expect(released()).toEqual({ 'boat:storm': 12, 'boat:wind': 14 });
	});

	it('shows nothing of a quarter in which hardly anyone said yes, not even how many', async () => {
		await countMany(9, 'calm', 'alone');
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(pictures.released(db)).toEqual([]);
	});

	it('says how many pictures a quarter has, also when no place may be shown', async () => {
		await countMany(9, 'calm', 'alone');
		await countMany(9, 'storm', 'around');
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(pictures.released(db)).toEqual([{ quarter: '2026-Q2', n: 18, counts: [] }]);
	});

	it('announces the day of the next figures', () => {
		expect(pictures.nextRelease(db)).toBe('2026-07-10');
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(pictures.nextRelease(db)).toBe('2026-10-10');
	});

	it('forgets the receipts when nothing can be sent again', async () => {
		await countMany(2, 'calm', 'alone');
		const receipts = () => db.prepare('select count(*) from picture_receipt').pluck().get();
		pictures.turn(db, keysFolder, model, '2026-10-08');
		expect(receipts()).toBe(2);
		pictures.turn(db, keysFolder, model, '2026-10-09');
		expect(receipts()).toBe(0);
	});

	it('tells a thief of copies after each picture no more than how many there were', async () => {
		const copies: string[] = [];
		for (let n = 0; n < 20; n++) {
			await count(made(n % 2 ? 'calm' : 'storm', n % 3 ? 'alone' : null));
			const name = join(folder, `copy-${n}.sqlite`);
			for (const end of ['', '-wal']) {
				cpSync(join(folder, `havneby.sqlite${end}`), `${name}${end}`);
			}
			const copy = openFile(name);
			const row = copy
				.prepare('select quarter, length(sealed) as bytes, state from picture_quarter')
				.get();
			const receipts = copy.prepare('select quarter from picture_receipt').pluck().all();
			copies.push(JSON.stringify([row, receipts.length - n, new Set(receipts).size]));
			copy.close();
		}
		expect(new Set(copies).size).toBe(1);
	});

	it('never counts an area that the model keeps out, though a device sends it', async () => {
		for (let i = 0; i < 24; i++) {
			const forged = {
				id: randomUUID(),
				steps: { weather: 'fog', boat: i % 2 ? 'calm' : 'hail' },
				marker: 'alone'
			};
			const sealed = await sealCount(forged, pair);
			expect(await pictures.receive(db, keysFolder, sealed, TODAY)).toBe('counted');
		}
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(released()).toEqual({ 'boat:calm': 12, 'boat:': 12 });
	});

	it('keeps no cleartext, and no length that tells, while the quarter is open', async () => {
		const length = () =>
			db.prepare('select length(sealed) as n from picture_quarter').get() as { n: number };
		const empty = length();
		await countMany(1, 'storm', 'around');
		expect(length()).toEqual(empty);
		const layout = db.prepare('select layout from picture_quarter').pluck().get() as string;
		const bytes = Buffer.concat(
			readdirSync(folder)
				.filter((name) => name.includes('sqlite'))
				.map((name) => readFileSync(join(folder, name)))
		).toString('latin1');
		expect(bytes.replaceAll(layout, '')).not.toMatch(/storm|around|Hemmelig/);
	});

	it('destroys the box at release and its key within a week', async () => {
		await countMany(1, 'storm', 'around');
		const key = () => boxKeys.standing({ keysFolder, round: '_pictures', unit: '2026-Q2' });
		const before = key();
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(
			db.prepare("select sealed from picture_quarter where quarter = '2026-Q2'").pluck().get()
		).toBeNull();
		// What lies there until then has moved on: it opens no copy of the box.
		expect(key()?.step).toBe((before?.step ?? 0) + 1);
		pictures.turn(db, keysFolder, model, '2026-07-17');
		expect(key()).toBeUndefined();
	});

	it('never changes a released figure', async () => {
		await countMany(12, 'calm', 'alone');
		await countMany(12, 'storm', 'around');
		pictures.turn(db, keysFolder, model, '2026-07-10');
		expect(() => db.prepare('update picture_released set n = 1').run()).toThrow(/never changes/);
		expect(() => db.prepare('delete from picture_released').run()).toThrow(/never changes/);
	});

	it('counts in the quarter of the day that it arrives', async () => {
		pictures.turn(db, keysFolder, model, '2026-07-01');
		await count(made('calm', null), randomUUID(), '2026-07-01');
		expect(db.prepare('select quarter from picture_receipt').pluck().all()).toEqual(['2026-Q3']);
	});
});
