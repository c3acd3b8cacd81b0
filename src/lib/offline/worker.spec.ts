import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromSection } from './sections.ts';
import {
	isHandout,
	isPage,
	isPageData,
	isStaffPage,
	navigate,
	networkFirst,
	pageData
} from './worker.ts';

const ADDRESS = 'https://svar.example/stevns/api/v1/handout.json';
const OURS = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };
const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

/** A device's caches: one for all names, which may be full or shut off. */
let kept: Map<string, Response>;
const cache = {
	match: vi.fn(async (request: Request) => kept.get(request.url)?.clone()),
	put: vi.fn(async (request: Request, response: Response) => void kept.set(request.url, response))
};
const storage = { open: vi.fn(async () => cache), match: vi.fn() };
const network = vi.fn<(request: Request) => Promise<Response>>();

beforeEach(() => {
	kept = new Map();
	storage.open.mockImplementation(async () => cache);
	vi.stubGlobal('caches', storage);
	vi.stubGlobal('fetch', network);
	network.mockReset();
});
afterEach(() => void vi.useRealTimers());

/** Asks as a browser does, and lets what goes on after the reply come to its end. */
async function ask(): Promise<{ text: string; status: number }> {
	const going: Promise<unknown>[] = [];
	const request = new Request(ADDRESS);
	const event = { waitUntil: (work: Promise<unknown>) => void going.push(work) };
	const reply = await networkFirst({ request, url: new URL(ADDRESS), event });
	await Promise.all(going);
	return { text: await reply.text(), status: reply.status };
}

describe('a document', () => {
	it('comes from the network, and is kept', async () => {
		network.mockResolvedValue(new Response('new', { headers: OURS }));
		kept.set(ADDRESS, new Response('old'));
		expect((await ask()).text).toBe('new');
		expect(await kept.get(ADDRESS)?.text()).toBe('new');
	});

	it('is shown where it comes and a full phone cannot keep it', async () => {
		network.mockResolvedValue(new Response('new', { headers: OURS }));
		cache.put.mockImplementationOnce(full);
		expect((await ask()).text).toBe('new');
	});

	it.each([
		['no storage', () => storage.open.mockImplementation(full)],
		['a storage that cannot be read', () => cache.match.mockImplementationOnce(full)]
	])('is shown where there is %s', async (_, shut) => {
		network.mockResolvedValue(new Response('new', { headers: OURS }));
		shut();
		expect((await ask()).text).toBe('new');
	});

	it.each<[string, () => Response]>([
		[
			'a captive portal’s page',
			() => new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } })
		],
		[
			'a portal’s page that calls itself JSON',
			() => new Response('{}', { headers: { 'content-type': 'application/json' } })
		],
		['our own trouble', () => new Response('{}', { status: 503, headers: OURS })]
	])('is never %s: what was kept is shown, and stays', async (_, portal) => {
		network.mockResolvedValue(portal());
		kept.set(ADDRESS, new Response('old'));
		expect((await ask()).text).toBe('old');
		expect(await kept.get(ADDRESS)?.text()).toBe('old');
		expect(cache.put).not.toHaveBeenCalledWith(
			expect.anything(),
			expect.objectContaining({ status: 503 })
		);
	});

	it('is not kept where a portal is all that a first visit has', async () => {
		network.mockResolvedValue(
			new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } })
		);
		expect((await ask()).text).toBe('<h1>Log in</h1>');
		expect(kept.size).toBe(0);
	});

	it('is what was kept without network, and after three seconds of a slow one', async () => {
		network.mockRejectedValueOnce(new TypeError('no network'));
		kept.set(ADDRESS, new Response('old'));
		expect((await ask()).text).toBe('old');
		vi.useFakeTimers();
		network.mockReturnValueOnce(new Promise(() => undefined));
		const slow = ask();
		await vi.advanceTimersByTimeAsync(3000);
		expect((await slow).text).toBe('old');
	});

	it('fails where there is neither network nor anything kept', async () => {
		network.mockRejectedValue(new TypeError('no network'));
		await expect(ask()).rejects.toThrow('no network');
	});
});

it('takes a file of a section from the network where the storage is shut off', async () => {
	storage.match.mockImplementation(full);
	network.mockResolvedValue(new Response('code'));
	expect(await (await fromSection(new Request('https://svar.example/a.js'))).text()).toBe('code');
});

describe('a page', () => {
	const asked = {
		request: new Request('https://svar.example/stevns'),
		url: new URL('https://svar.example/stevns')
	};
	const standIn = async () => new Response('shell');
	const shown = async () => (await navigate(standIn)(asked)).text();

	it.each([
		['there is no network', () => network.mockRejectedValue(new TypeError())],
		[
			'nobody is behind the network',
			() => network.mockResolvedValue(new Response('', { status: 502 }))
		],
		[
			'the server says that it cannot',
			() => network.mockResolvedValue(new Response('', { status: 503 }))
		]
	])('is made of what is on the device when %s', async (_, fails) => {
		fails();
		expect(await shown()).toBe('shell');
	});

	it('is the server’s own otherwise, an error too', async () => {
		network.mockResolvedValue(new Response('not here', { status: 404 }));
		expect(await shown()).toBe('not here');
	});
});

it('tells the parts of a page that there is no network, and only those that it asked for', async () => {
	network.mockRejectedValue(new TypeError());
	const url = new URL(
		'https://svar.example/stevns/resultater/__data.json?x-sveltekit-invalidated=01'
	);
	const reply = await pageData({ request: new Request(url), url });
	expect(await reply.json()).toMatchObject({
		nodes: [{ type: 'skip' }, { type: 'error', status: 503 }]
	});
});

it('takes no refusal of somebody on the way for the municipality’s', async () => {
	const url = new URL('https://svar.example/stevns/resultater/__data.json');
	const asked = () => pageData({ request: new Request(url), url });
	for (const status of [200, 401, 403, 407, 502, 511]) {
		network.mockResolvedValueOnce(
			new Response('<h1>Log ind</h1>', { status, headers: { 'content-type': 'text/html' } })
		);
		expect(await (await asked()).json()).toMatchObject({ nodes: [{ status: 503 }] });
		network.mockResolvedValueOnce(new Response('{}', { status, headers: OURS }));
		expect((await asked()).status).toBe(status);
	}
});

it.each([
	['/stevns', true, false],
	['/stevns/svar/x', true, false],
	['/stevns/intern', false, true],
	['/stevns/intern/koder', false, true],
	['/stevns/api/v1/handout.json', false, true]
])('knows whose page %s is', (path, isCitizens, isStaffs) => {
	const url = new URL(path, 'https://svar.example');
	const request = { mode: 'navigate', method: 'GET' } as Request;
	expect([isPage({ request, url }), isStaffPage({ request, url })]).toEqual([isCitizens, isStaffs]);
});

it('answers reads alone, and never for the staff', () => {
	const asked = (path: string, method = 'GET') => ({
		request: new Request(new URL(path, 'https://svar.example'), { method }),
		url: new URL(path, 'https://svar.example')
	});
	expect(isHandout(asked('/stevns/api/v1/handout.json'))).toBe(true);
	expect(isHandout(asked('/stevns/api/v1/handout.json', 'POST'))).toBe(false);
	expect(isHandout(asked('/stevns/api/v1/noegletal.json'))).toBe(false);
	expect(isPageData(asked('/stevns/resultater/__data.json'))).toBe(true);
	expect(isPageData(asked('/stevns/intern/koder/__data.json'))).toBe(false);
});
