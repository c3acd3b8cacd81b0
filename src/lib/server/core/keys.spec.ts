import { linkSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeKeyPair } from './opener.ts';
import * as keys from './keys.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'oejenhoejde-keys-'));
/** Another name of the same content: what becomes of the bytes themselves can be seen by it. */
function watched(path: string): () => Buffer {
	linkSync(path, `${path}.watched`);
	return () => readFileSync(`${path}.watched`);
}

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

it('says which file is no key pair', () => {
	const at = folder();
	keys.addKeyPair(at, { id: 'a', publicKey: 'b', privateKey: {} as never, madeOn: '2026-01-01' });
	const path = join(at, 'seal', 'a.json');
	writeFileSync(path, '{"id": "a", "publ');
	expect(() => keys.keyPairs(at)).toThrow(expect.objectContaining({ kind: 'malformed', path }));
});
