import { afterEach, expect, it, vi } from 'vitest';
import { withdraw } from './post.ts';

const share = { id: 'ABCDEFGH', picture: 'p', owner: 'o', expiresOn: '2026-06-01', opens: 1 };

afterEach(() => vi.unstubAllGlobals());

const gone = (status: number, headers = {}): Promise<boolean> => {
	vi.stubGlobal('fetch', async () => new Response(null, { status, headers }));
	return withdraw('stevns', share);
};

it('takes a picture for withdrawn when our own server says so, and nobody else on the way', async () => {
	const ours = { 'x-content-type-options': 'nosniff' };
	for (const status of [204, 404]) {
		expect([status, await gone(status, ours)]).toEqual([status, true]);
		expect([status, await gone(status)]).toEqual([status, false]);
	}
	for (const status of [200, 401, 403, 407, 429, 500, 511]) {
		expect([status, await gone(status, ours)]).toEqual([status, false]);
	}
});
