import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeyPair, opener, type KeyPair } from '../seal/seal.ts';
import { SubmissionsRequest, type Envelope } from '../survey/envelope.ts';
import type { Acknowledgement, Submission } from '../survey/submission.ts';
import { keep, retry, send, waiting, type SendOptions } from './outbox.ts';
import { openEnvelope } from './sealing.ts';
import { close, databaseName } from './store.ts';

const submission = (comment = ''): Submission => ({
	id: crypto.randomUUID(),
	round: 'maaling-2026',
	questionnaire: 'q',
	answeredOn: '2026-11-20',
	channel: 'open',
	language: 'da',
	outcome: 'answered',
	about: {},
	answers: { a: 4 },
	comment
});

/** A server that counts each id once and can be told how to behave. */
function server() {
	const counted = new Map<string, Envelope>();
	const batches: number[] = [];
	const headers: (string | null)[] = [];
	const faults: ((count: () => Response, envelopes: Envelope[]) => Response)[] = [];
	const count = (envelopes: Envelope[]): Response => {
		const results = envelopes.map((envelope): Acknowledgement => {
			const outcome = counted.has(envelope.id) ? 'already-counted' : 'counted';
			counted.set(envelope.id, envelope);
			return { id: envelope.id, outcome };
		});
		return Response.json({ oejenhoejde: 1, results });
	};
	const fetch: typeof globalThis.fetch = async (_, init) => {
		const { envelopes } = SubmissionsRequest.parse(JSON.parse(String(init?.body)));
		batches.push(envelopes.length);
		headers.push(new Headers(init?.headers).get('authorization'));
		const fault = faults.shift();
		return fault ? fault(() => count(envelopes), envelopes) : count(envelopes);
	};
	return { counted, batches, headers, faults, fetch };
}

const cutBeforeReply = (count: () => Response): Response => {
	count();
	throw new TypeError('Failed to fetch');
};
const says =
	(status: number, body = '') =>
	(): Response =>
		new Response(body, { status });

/** Web Locks as browsers have them: one holder a name, the others wait in line. */
function lockManager(): SendOptions['locks'] {
	let line = Promise.resolve();
	const request = (_: string, __: LockOptions, turn: () => Promise<unknown>) => {
		const mine = line.then(turn);
		line = mine.then(
			() => undefined,
			() => undefined
		);
		return mine;
	};
	return { request } as unknown as LockManager;
}

let key: KeyPair;
let n = 0;
let municipality = '';
let onServer: ReturnType<typeof server>;
let options: SendOptions;

beforeAll(async () => {
	key = await makeKeyPair();
});
beforeEach(() => {
	municipality = `kommune${++n}`;
	onServer = server();
	options = { fetch: onServer.fetch, locks: lockManager() };
});
afterEach(() => {
	vi.unstubAllGlobals();
	close(municipality);
});

async function keepMany(count: number): Promise<string[]> {
	const submissions = Array.from({ length: count }, () => submission());
	for (const each of submissions) expect(await keep(municipality, each, key)).toEqual({ ok: true });
	return submissions.map(({ id }) => id);
}
const states = (acknowledged: Map<string, Acknowledgement>): string[] =>
	[...acknowledged.values()].map(({ outcome }) => outcome);

describe('keeping', () => {
	it('puts nothing readable on disk', async () => {
		const secret = { ...submission('hemmelig tekst'), code: 'AB12CD34' };
		await keep(municipality, secret, key);
		const database = await openDB(databaseName(municipality));
		const dump = JSON.stringify(await database.getAll('waiting'));
		database.close();
		for (const word of ['hemmelig', 'AB12CD34', 'answered', '2026-11-20', '"a":4']) {
			expect(dump).not.toContain(word);
		}
		const stored = SubmissionsRequest.parse({ envelopes: JSON.parse(dump) }).envelopes[0];
		expect(Object.keys(stored ?? {}).sort()).toEqual(['ciphertext', 'enc', 'id', 'keyId', 'round']);
	});

	it('asks once that the storage may stay', async () => {
		const persist = vi.fn(async () => true);
		const storage = { persist, persisted: async () => false };
		await keep(municipality, submission(), key, { storage });
		await keep(municipality, submission(), key, { storage });
		await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
	});

	it('asks the browser to wake the worker for this municipality', async () => {
		const register = vi.fn(async () => undefined);
		const getRegistration = async () => ({ sync: { register } });
		const serviceWorker = { getRegistration } as unknown as ServiceWorkerContainer;
		await keep(municipality, submission(), key, { serviceWorker });
		await vi.waitFor(() => expect(register).toHaveBeenCalledWith(`outbox/${municipality}`));
	});
});

describe('sending', () => {
	it('sends what was answered, and then has forgotten it', async () => {
		const mine = submission('tak');
		await keep(municipality, mine, key);
		expect(await waiting(municipality)).toEqual({ waiting: 1, needsHelp: 0, unsaved: 0 });
		expect(await send(municipality, options)).toEqual(
			new Map([[mine.id, { id: mine.id, outcome: 'counted' }]])
		);
		expect(await waiting(municipality)).toEqual({ waiting: 0, needsHelp: 0, unsaved: 0 });
		const received = onServer.counted.get(mine.id);
		const opened = received && (await openEnvelope(received, await opener(key.privateKey)));
		expect(opened).toEqual({ ok: true, submission: mine });
		expect(await indexedDBRows()).toEqual([]);
	});

	it('sends 120 in batches of 50, in id order', async () => {
		const ids = await keepMany(120);
		const acknowledged = await send(municipality, options);
		expect(onServer.batches).toEqual([50, 50, 20]);
		expect([...onServer.counted.keys()]).toEqual([...ids].sort());
		expect(acknowledged.size).toBe(120);
	});

	it('keeps what was cut off before the reply, and has it counted once', async () => {
		const ids = await keepMany(3);
		onServer.faults.push(cutBeforeReply);
		expect(await send(municipality, options)).toEqual(new Map());
		expect(await waiting(municipality)).toMatchObject({ waiting: 3 });
		expect(states(await send(municipality, options))).toEqual(Array(3).fill('already-counted'));
		expect([...onServer.counted.keys()].sort()).toEqual(ids.sort());
		expect(await waiting(municipality)).toMatchObject({ waiting: 0 });
	});

	it.each([
		['a captive portal', 200, '<html>Log ind på gæstenettet</html>'],
		['a server at work', 503, ''],
		['a server that is gone', 404, '<html>']
	])('keeps everything after %s', async (_, status, body) => {
		await keepMany(2);
		onServer.faults.push(says(status, body));
		expect(await send(municipality, options)).toEqual(new Map());
		expect(onServer.batches).toEqual([2]);
		expect(await waiting(municipality)).toMatchObject({ waiting: 2, needsHelp: 0 });
	});

	it('keeps an id that the reply left out', async () => {
		const [first, second] = (await keepMany(2)).sort();
		onServer.faults.push(() =>
			Response.json({ oejenhoejde: 1, results: [{ id: second, outcome: 'counted' }] })
		);
		expect([...(await send(municipality, options)).keys()]).toEqual([second]);
		expect(await indexedDBRows()).toEqual([first]);
	});

	it('sends singly after a 400, and sets aside the one that is refused alone', async () => {
		const ids = (await keepMany(4)).sort();
		const refused = ids[1];
		const picky = (count: () => Response, envelopes: Envelope[]): Response =>
			envelopes.some(({ id }) => id === refused) ? new Response('', { status: 400 }) : count();
		onServer.faults.push(picky, picky, picky, picky, picky);
		expect((await send(municipality, options)).size).toBe(3);
		expect(onServer.batches).toEqual([4, 1, 1, 1, 1]);
		expect(await waiting(municipality)).toEqual({ waiting: 0, needsHelp: 1, unsaved: 0 });
		await send(municipality, options);
		expect(onServer.batches).toHaveLength(5);

		await retry(municipality);
		onServer.faults.length = 0;
		expect([...(await send(municipality, options)).keys()]).toEqual([refused]);
	});

	it('halves its batches after a 413', async () => {
		await keepMany(8);
		onServer.faults.push(says(413), says(413));
		await send(municipality, options);
		expect(onServer.batches).toEqual([8, 4, 2, 2, 2, 2]);
	});

	it('stops at a 401 and keeps everything; with a grant it goes on', async () => {
		await keepMany(60);
		onServer.faults.push(says(401));
		expect(await send(municipality, options)).toEqual(new Map());
		expect(onServer.batches).toEqual([50]);
		const acknowledged = await send(municipality, { ...options, authorization: 'g' });
		expect(acknowledged.size).toBe(60);
		expect(onServer.headers).toEqual([null, 'Bearer g', 'Bearer g']);
	});

	it('forgets what was not counted and what was quarantined: those replies are final', async () => {
		const [a, b] = await keepMany(2);
		onServer.faults.push(() =>
			Response.json({
				oejenhoejde: 1,
				results: [
					{ id: a, outcome: 'not-counted', reason: 'too-late' },
					{ id: b, outcome: 'quarantined', reason: 'cannot-open' }
				]
			})
		);
		expect(states(await send(municipality, options))).toEqual(['not-counted', 'quarantined']);
		expect(await indexedDBRows()).toEqual([]);
	});

	it('also sends what is kept while it sends', async () => {
		await keepMany(1);
		const late = submission();
		let kept: Promise<unknown> | undefined;
		const slow: typeof fetch = async (...request) => {
			kept ??= keep(municipality, late, key);
			await kept;
			return onServer.fetch(...request);
		};
		expect((await send(municipality, { ...options, fetch: slow })).has(late.id)).toBe(true);
	});
});

describe('several senders', () => {
	it('sends each envelope once when two send at the same time, and both learn of it', async () => {
		await keepMany(70);
		const both = await Promise.all([send(municipality, options), send(municipality, options)]);
		expect(onServer.batches).toEqual([50, 20]);
		expect(both.map(({ size }) => size)).toEqual([70, 70]);
	});

	it('does not wait for ever for a tab that fell asleep with the lock', async () => {
		await keepMany(1);
		const request = async (_: string, { signal }: LockOptions) => {
			await new Promise((resolve) => signal?.addEventListener('abort', resolve));
			throw signal?.reason;
		};
		const locks = { request } as unknown as LockManager;
		const timeout = () => AbortSignal.timeout(5);
		expect((await send(municipality, { ...options, locks, timeout })).size).toBe(1);
	});

	it('counts once without any locks', async () => {
		const ids = await keepMany(5);
		const unlocked = { ...options, locks: undefined };
		await Promise.all([send(municipality, unlocked), send(municipality, unlocked)]);
		expect([...onServer.counted.keys()].sort()).toEqual(ids.sort());
		expect(await waiting(municipality)).toMatchObject({ waiting: 0 });
	});
});

describe('a browser that stores nothing', () => {
	it('says so, keeps the answer in memory and sends it', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const mine = submission();
		expect(await keep(municipality, mine, key)).toEqual({ ok: false, reason: 'no-storage' });
		onServer.faults.push(cutBeforeReply);
		await send(municipality, options);
		expect(await waiting(municipality)).toEqual({ waiting: 1, needsHelp: 0, unsaved: 1 });
		expect([...(await send(municipality, options)).keys()]).toEqual([mine.id]);
		expect(await waiting(municipality)).toEqual({ waiting: 0, needsHelp: 0, unsaved: 0 });
	});

	it('keeps it once when the person tries again and the disk has room', async () => {
		const mine = submission();
		vi.stubGlobal('indexedDB', undefined);
		await keep(municipality, mine, key);
		vi.unstubAllGlobals();
		expect(await keep(municipality, mine, key)).toEqual({ ok: true });
		expect(await waiting(municipality)).toEqual({ waiting: 1, needsHelp: 0, unsaved: 0 });
	});
});

async function indexedDBRows(): Promise<IDBValidKey[]> {
	const database = await openDB(databaseName(municipality));
	const rows = [
		...(await database.getAllKeys('waiting')),
		...(await database.getAllKeys('needsHelp'))
	];
	database.close();
	return rows;
}
