import { afterEach, expect, it, vi } from 'vitest';
import { fetchStock } from './stock.ts';

afterEach(() => void vi.unstubAllGlobals());

const reply = (body: unknown, status = 200) => Response.json(body, { status });

it.each([
	['our own', () => reply({ oejenhoejde: 1, codes: ['A'] }), { ok: true, codes: ['A'] }],
	['our own refusal', () => reply({ oejenhoejde: 1, error: 'grant' }, 401), 'revoked'],
	['somebody else’s refusal', () => reply({ error: 'log in' }, 401), 'later'],
	['too many', () => reply({ oejenhoejde: 1, error: 'too-many' }, 429), 'later'],
	['a captive portal', () => new Response('<h1>Velkommen</h1>'), 'later'],
	['somebody else’s JSON', () => reply({ codes: ['A'] }), 'later']
])('understands %s', async (_, answer, meant) => {
	vi.stubGlobal('fetch', async () => answer());
	const expected = typeof meant === 'string' ? { ok: false, reason: meant } : meant;
	expect(await fetchStock('stevns', 'token')).toEqual(expected);
});

it('does without where there is no network', async () => {
	vi.stubGlobal('fetch', async () => {
		throw new TypeError('Failed to fetch');
	});
	expect(await fetchStock('stevns', 'token')).toEqual({ ok: false, reason: 'later' });
});

it('shows its grant, and no cookie', async () => {
	const fetch = vi.fn(async () => reply({ oejenhoejde: 1, codes: [] }));
	vi.stubGlobal('fetch', fetch);
	await fetchStock('stevns', 'token');
	expect(fetch).toHaveBeenCalledWith(
		'/stevns/api/v1/tablet/koder',
		expect.objectContaining({ credentials: 'omit', headers: { authorization: 'Bearer token' } })
	);
});
