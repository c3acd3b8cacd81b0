import {
	linkSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as boxKeys from './box-keys.ts';
import { openFile, type Db } from '../database.ts';
import { make, moveOn, moving, nextOf, renew, seal, unseal } from './moving.ts';
import { seal as sealWith } from '../sealed.ts';

const UNIT = '2026-01';
const secret = Buffer.from('what was counted');

function place() {
	const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-moving-'));
	const at = { keysFolder, round: 'r', unit: UNIT };
	const db = openFile(':memory:');
	moving(db, () => make(db, [at, { ...at, unit: '2026-02' }]));
	return { db, at, path: boxKeys.pathOf(at) };
}

const keyOf = (at: boxKeys.At) => {
	const key = boxKeys.standing(at);
	if (!key) throw new Error('no key');
	return key;
};
const sealed = (db: Db, at: boxKeys.At): Buffer => moving(db, () => seal(db, at, secret, 'a'));
const opens = (db: Db, at: boxKeys.At, bytes: Buffer): boolean => {
	try {
		return unseal(db, at, bytes, 'a').bytes.equals(secret);
	} catch {
		return false;
	}
};

it('moves a key on with every commit that seals, and opens nothing from before', () => {
	const { db, at } = place();
	const other = keyOf({ ...at, unit: '2026-02' });
	let before = sealed(db, at);
	let step = keyOf(at).step;
	for (let n = 0; n < 5; n++) {
		expect(opens(db, at, before)).toBe(true);
		const now = sealed(db, at);
		expect(opens(db, at, now)).toBe(true);
		expect(opens(db, at, before)).toBe(false);
		expect(keyOf(at).step).toBe((step += 1));
		before = now;
	}
	expect(keyOf({ ...at, unit: '2026-02' })).toEqual(other);
});

it('writes a key over where it lies, and leaves none of the former on the disk', () => {
	const { db, at, path } = place();
	linkSync(path, `${path}.watched`);
	const { key } = keyOf(at);
	const { size } = statSync(path);
	sealed(db, at);
	const left = readFileSync(`${path}.watched`);
	expect(left.length).toBe(size);
	expect(left.includes(key)).toBe(false);
	expect(left.includes(keyOf(at).key)).toBe(true);
	boxKeys.destroy(at);
	expect(
		readFileSync(`${path}.watched`).includes(nextOf(keyOf({ ...at, unit: '2026-02' })).key)
	).toBe(false);
	expect(boxKeys.standing(at)).toBeUndefined();
	expect(boxKeys.list(at.keysFolder)).toEqual([{ round: 'r', unit: '2026-02' }]);
});

it('stays where it was when the transaction is taken back, and takes back what was made for it', () => {
	const { db, at } = place();
	const before = keyOf(at);
	const failing = () =>
		moving(db, () => {
			make(db, [
				{ ...at, unit: '2026-03' },
				{ ...at, round: 's' }
			]);
			seal(db, at, secret, 'a');
			throw new Error('the disk is full');
		});
	expect(failing).toThrow('the disk is full');
	expect(keyOf(at)).toEqual(before);
	expect(boxKeys.standing({ ...at, unit: '2026-03' })).toBeUndefined();
	expect(boxKeys.hasRound(at.keysFolder, 's')).toBe(false);
	expect(boxKeys.hasRound(at.keysFolder, 'r')).toBe(true);
	expect(boxKeys.hasRound(at.keysFolder, '..')).toBe(false);
});

it('finds the next key when the one on disk was left behind, by one commit or by a day of them', () => {
	const { db, at, path } = place();
	const copy = readFileSync(path);
	const { step } = keyOf(at);
	let last = sealed(db, at);
	for (let n = 0; n < 300; n++) last = sealed(db, at);
	writeFileSync(path, copy);
	expect(opens(db, at, last)).toBe(true);
	const next = moving(db, () => {
		unseal(db, at, last, 'a');
		return seal(db, at, secret, 'a');
	});
	expect(keyOf(at).step).toBe(step + 302);
	expect(opens(db, at, next)).toBe(true);
});

it('brings a key that was left behind up to the file even when nothing is sealed', () => {
	const { db, at, path } = place();
	const copy = readFileSync(path);
	const { step } = keyOf(at);
	const last = sealed(db, at);
	writeFileSync(path, copy);
	moving(db, () => unseal(db, at, last, 'a'));
	expect(keyOf(at).step).toBe(step + 1);
});

it('says that nothing opens where the key is gone, another, newer, or half of one', () => {
	const { db, at, path } = place();
	const first = sealed(db, at);
	sealed(db, at);
	expect(() => unseal(db, at, first, 'a')).toThrow(expect.objectContaining({ kind: 'unopened' }));
	const far = sealed(db, at);
	far.writeUIntBE(2 ** 47, 0, 6);
	expect(() => unseal(db, at, far, 'a')).toThrow('cannot be opened');
	const gone = { ...at, unit: '2026-12' };
	expect(() => unseal(db, gone, first, 'a')).toThrow(expect.objectContaining({ kind: 'unopened' }));
	const bytes = readFileSync(path);
	bytes[80] = (bytes[80] ?? 0) ^ 1;
	writeFileSync(path, bytes);
	expect(boxKeys.standing(at)).toBeUndefined();
	truncateSync(path, 100);
	expect(boxKeys.standing({ ...at, unit: '2026-02' })).toBeUndefined();
});

it('opens with a copy of the keys no longer, once they were renewed', () => {
	const { db, at, path } = place();
	sealed(db, at);
	const copy = readFileSync(path);
	const last = moving(db, () => {
		renew(db, at);
		return seal(db, at, secret, 'a');
	});
	expect(opens(db, at, last)).toBe(true);
	const current = readFileSync(path);
	writeFileSync(path, copy);
	expect(opens(db, at, last)).toBe(false);
	writeFileSync(path, current);
	expect(opens(db, at, last)).toBe(true);
});

it('goes on from a key of the first builds, which lay in a file of its own', () => {
	const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-moving-'));
	const at = { keysFolder, round: 'r', unit: UNIT };
	const key = Buffer.alloc(32, 7);
	mkdirSync(join(keysFolder, 'boxes', 'r'), { recursive: true });
	const path = join(keysFolder, 'boxes', 'r', `${UNIT}.key`);
	writeFileSync(path, key);
	linkSync(path, `${path}.watched`);
	const db = openFile(':memory:');
	expect(boxKeys.list(keysFolder)).toEqual([{ round: 'r', unit: UNIT }]);
	const before = sealWith(key, secret, 'a');
	expect(opens(db, at, before)).toBe(true);
	const now = moving(db, () => {
		unseal(db, at, before, 'a');
		return seal(db, at, secret, 'a');
	});
	expect(opens(db, at, now)).toBe(true);
	expect(opens(db, at, before)).toBe(false);
	expect(readFileSync(`${path}.watched`).includes(key.subarray(0, 8))).toBe(false);
	boxKeys.destroy(at);
	expect(boxKeys.list(keysFolder)).toEqual([]);
});

it('seals nothing outside of a movement, nor in a transaction that is not its own', () => {
	const { db, at } = place();
	expect(() => seal(db, at, secret, 'a')).toThrow('only where its key moves on');
	expect(() => db.transaction(() => moving(db, () => moveOn(db, at)))()).toThrow(
		'a whole transaction'
	);
	// Within another movement it is part of it.
	const { step } = keyOf(at);
	moving(db, () => moving(db, () => moveOn(db, at)));
	expect(keyOf(at).step).toBe(step + 1);
});

it('does not tell by the step of a box how often it was sealed', () => {
	const steps = [place(), place(), place()].map(({ db, at }) => sealed(db, at).readUIntBE(0, 6));
	expect(Math.min(...steps)).toBeGreaterThan(1_000_000);
	expect(new Set(steps).size).toBe(3);
});
