import { describe, expect, it } from 'vitest';
import * as password from './password.ts';

const about = ['Karen Holm', 'karen.holm@stevns.example', 'stevns'];

describe('a password', () => {
	it('is kept as argon2id with its own salt', async () => {
		const [one, two] = await Promise.all([
			password.hash('tre grønne hatte'),
			password.hash('tre grønne hatte')
		]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(one).not.toBe(two);
	});

	it('is recognised however the keyboard composes its letters', async () => {
		const stored = await password.hash('gr\u00e5 hat p\u00e5 vej');
		expect(await password.verify(stored, 'gra\u030a hat pa\u030a vej')).toBe(true);
		expect(await password.verify(stored, 'Gr\u00e5 hat p\u00e5 vej')).toBe(false);
	});

	it('is never right for someone who has none', async () => {
		expect(await password.verify(null, 'nobody')).toBe(false);
	});

	it('takes about as long to refuse for someone who is not here', async () => {
		const stored = await password.hash('tre grønne hatte');
		const known = await fastest(() => password.verify(stored, 'forkert kodeord'));
		const unknown = await fastest(() => password.verify(null, 'forkert kodeord'));
		expect(unknown / known).toBeGreaterThan(0.4);
		expect(unknown / known).toBeLessThan(2.5);
	});

	it.each([
		['kort', 'too-short'],
		['a'.repeat(129), 'too-long'],
		['password1234', 'easy-to-guess'],
		['111111111111', 'easy-to-guess'],
		['qwertyuiop12', 'easy-to-guess'],
		['Sommer2026!!', 'easy-to-guess'],
		['Jobcenter2026', 'easy-to-guess'],
		['Karenholm1975', 'easy-to-guess'],
		['stevnsstevns', 'easy-to-guess'],
		['tre grønne hatte', undefined],
		['kaffe under lindetræet', undefined],
		['x7$kQp2!vRz9', undefined]
	])('"%s" is %s', async (candidate, reason) => {
		expect(await password.weakness(candidate, about)).toBe(reason);
	});
});

/** Of a few runs: what else the machine does only makes the others slower. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
	const times = [];
	for (let run = 0; run < 8; run++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return Math.min(...times);
}
