import { describe, expect, it, vi } from 'vitest';
import { poster } from './post.ts';

const envelope = { id: 'a', round: 'r', keyId: 'k', enc: 'e', ciphertext: 'c' };
const timeout = () => AbortSignal.timeout(1000);
const answering = (response: () => Response) => vi.fn<typeof fetch>(async () => response());

describe('posting envelopes', () => {
	it('carries no cookie, follows no redirect and outlives its page when it is small', async () => {
		const fetch = answering(() => new Response('{}', { headers: { 'retry-after': '7' } }));
		const post = poster('stevns', { fetch, timeout });
		expect(await post([envelope])).toMatchObject({ status: 200, body: '{}', retryAfter: '7' });
		const [url, init] = fetch.mock.calls[0] ?? [];
		expect(url).toBe('/stevns/api/v1/submissions');
		expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', keepalive: true });
		expect(new Headers(init?.headers).has('authorization')).toBe(false);
		expect(JSON.parse(String(init?.body))).toEqual({ envelopes: [envelope] });
		await post(Array.from({ length: 6 }, () => envelope));
		expect(fetch.mock.calls[1]?.[1]?.keepalive).toBe(false);
	});

	it('has no reply when the network fails, also in the middle of one', async () => {
		const broken = new ReadableStream({
			pull: (controller) => controller.error(new TypeError('terminated'))
		});
		for (const response of [
			() => {
				throw new TypeError('Failed to fetch');
			},
			() => {
				throw new DOMException('too slow', 'TimeoutError');
			},
			() => new Response(broken)
		]) {
			const post = poster('stevns', { fetch: answering(response), timeout });
			expect(await post([envelope])).toBeUndefined();
		}
	});
});
