import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealing, unseal, unsealIf } from './sealed.ts';

const key = randomBytes(32);

it('seals many with one key, each of them for itself', () => {
	const seal = sealing(key, 'a');
	const texts = ['et', 'to', 'noget længere', '', 'to'];
	// Copied, as whatever is written is.
	const sealed = texts.map((text) => Buffer.from(seal(Buffer.from(text))));
	expect(sealed.map((each) => unseal(key, each, 'a').toString())).toEqual(texts);
	expect(new Set(sealed.map(String)).size).toBe(texts.length);
});

it('opens nothing with another key, under another name, or changed by a bit', () => {
	const sealed = sealing(key, 'a')(Buffer.from('svar'));
	expect(unsealIf(randomBytes(32), sealed, 'a')).toBeUndefined();
	expect(unsealIf(key, sealed, 'b')).toBeUndefined();
	sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
	expect(unsealIf(key, sealed, 'a')).toBeUndefined();
});
