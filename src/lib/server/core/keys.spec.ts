import { linkSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeKeyPair } from './opener.ts';
import * as keys from './keys.ts';
import { Trouble } from './trouble.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'oejenhoejde-keys-'));
const make = (at: string, ...units: string[]) =>
	keys.making(at, 'r', (one) => units.forEach((unit) => one(unit)));

/** Another name of the same content: what becomes of the bytes themselves can be seen by it. */
function watched(path: string): () => Buffer {
	linkSync(path, `${path}.watched`);
	return () => readFileSync(`${path}.watched`);
}

it('overwrites a box’s key before it removes it', () => {
	const at = folder();
	make(at, '2026-01');
	const key = keys.boxKey(at, 'r', '2026-01');
	const left = watched(join(at, 'boxes', 'r', '2026-01.key'));
	keys.destroyBoxKey(at, 'r', '2026-01');
	expect(left()).toHaveLength(key.length);
	expect(left().includes(key.subarray(0, 8))).toBe(false);
	expect(() => keys.boxKey(at, 'r', '2026-01')).toThrow(Trouble);
});

it('overwrites a device key before it removes it', () => {
	const at = folder();
	const pair = { ...makeKeyPair(), madeOn: '2026-01-01' };
	keys.addKeyPair(at, pair);
	const left = watched(join(at, 'seal', `${pair.id}.json`));
	const before = left();
	keys.destroyKeyPair(at, pair.id);
	expect(left()).toHaveLength(before.length);
	expect(left().includes(pair.id)).toBe(false);
	expect(keys.keyPair(at, pair.id)).toBeUndefined();
});

it('says that a unit cannot be opened where its key is gone or cut short', () => {
	const at = folder();
	make(at, '2026-01', '2026-02');
	writeFileSync(join(at, 'boxes', 'r', '2026-01.key'), 'short');
	for (const unit of ['2026-01', '2026-03']) {
		expect(() => keys.boxKey(at, 'r', unit)).toThrow(
			expect.objectContaining({ kind: 'unopened', path: join(at, 'boxes', 'r', `${unit}.key`) })
		);
	}
	expect(keys.boxKeys(at)).toHaveLength(2);
});

it('leaves no key of a transaction that failed, and no half of a file', () => {
	const at = folder();
	expect(() =>
		keys.making(at, 'r', (one) => {
			one('2026-01');
			throw new Error('the disk is full');
		})
	).toThrow('the disk is full');
	expect(keys.hasRound(at, 'r')).toBe(false);
	make(at, '2026-01');
	expect(readdirSync(join(at, 'boxes', 'r'))).toEqual(['2026-01.key']);
	expect(keys.hasRound(at, 'r')).toBe(true);
	expect(keys.hasRound(at, '..')).toBe(false);
});

it('says which file is no key pair', () => {
	const at = folder();
	make(at, '2026-01');
	keys.addKeyPair(at, { id: 'a', publicKey: 'b', privateKey: {} as never, madeOn: '2026-01-01' });
	const path = join(at, 'seal', 'a.json');
	writeFileSync(path, '{"id": "a", "publ');
	expect(() => keys.keyPairs(at)).toThrow(expect.objectContaining({ kind: 'malformed', path }));
});
