import { beforeAll, describe, expect, it } from 'vitest';
import { ITERATIONS, make, openText, sealText, unlock, type Key, type Lock } from './lock.ts';

describe('the code lock', () => {
	let lock: Lock;
	let key: Key;
	beforeAll(async () => {
		({ lock, key } = await make('blå heste på taget'));
	});

	it('costs a guesser at least 600,000 rounds', () => {
		expect(lock.iterations).toBe(ITERATIONS);
		expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
	});
	it('opens with the same passphrase, however its letters were composed', async () => {
		const opened = await unlock(lock, 'blå heste på taget'.normalize('NFD'));
		expect(opened && (await openText(opened, 'a', await sealText(key, 'a', 'hej')))).toBe('hej');
	});
	it('does not open with another', async () => {
		expect(await unlock(lock, 'blå heste på tag')).toBeUndefined();
	});
	it('keeps nothing that opens it, and a key that cannot be taken out', async () => {
		expect(JSON.stringify(lock)).not.toContain('heste');
		await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
	});
	it('gives two locks of one passphrase different salts', async () => {
		expect((await make('blå heste på taget')).lock.salt).not.toBe(lock.salt);
	});
	it('does not open one record in the place of another', async () => {
		expect(await openText(key, 'b', await sealText(key, 'a', 'hej'))).toBeUndefined();
	});
	it('seals the same words differently every time', async () => {
		expect(await sealText(key, 'a', 'hej')).not.toBe(await sealText(key, 'a', 'hej'));
	});
});
