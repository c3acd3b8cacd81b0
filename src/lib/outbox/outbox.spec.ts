import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countingServer, cutBeforeReply, lockManager } from '../../../tests/support/network.ts';
import { submission } from '../../../tests/support/survey.ts';
import { makeKeyPair, type KeyPair } from '../server/core/opener.ts';
import { SubmissionsRequest } from '../survey/envelope.ts';
import { discard, held, hold, keep, letGo, send, waiting, type SendOptions } from './outbox.ts';
import { tabletQueue } from './queue.ts';
import { sendInBackground } from './sending.ts';
import { close, databaseName } from './store.ts';

let key: KeyPair;
let n = 0;
let municipality = '';
let onServer: ReturnType<typeof countingServer>;
let options: SendOptions;

beforeAll(async () => {
	key = makeKeyPair();
});
beforeEach(() => {
	municipality = `kommune${++n}`;
	onServer = countingServer();
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
describe('keeping', () => {
	it('puts nothing readable on disk', async () => {
		const secret = { ...submission({ comment: 'hemmelig tekst' }), code: 'AB12CD34' };
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

describe('a tablet', () => {
	const queue = () => tabletQueue(municipality);
	afterEach(() => close(queue()));

	it('keeps apart from the rest of its browser, whose senders have no grant', async () => {
		const register = vi.fn();
		const getRegistration = async () => ({ sync: { register } });
		const serviceWorker = { getRegistration } as unknown as ServiceWorkerContainer;
		await keep(queue(), submission(), key, { serviceWorker });
		expect(register).not.toHaveBeenCalled();
		await send(municipality, options);
		expect(onServer.batches).toEqual([]);
		const addresses: string[] = [];
		const fetch: typeof onServer.fetch = (address, init) => {
			addresses.push(String(address));
			return onServer.fetch(address, init);
		};
		await send(queue(), { ...options, fetch, authorization: 'grant' });
		expect(addresses).toEqual([`/${municipality}/api/v1/submissions`]);
		expect(onServer.headers).toEqual(['Bearer grant']);
	});

	it('holds what stands if nothing more is heard, and sends what is said instead', async () => {
		const [heard, unheard, undone] = [submission(), submission(), submission()];
		for (const each of [heard, unheard, undone]) await hold(queue(), each, key);
		await send(queue(), options);
		expect([onServer.counted.size, await held(queue())]).toEqual([
			0,
			[heard.id, unheard.id, undone.id].sort()
		]);
		await keep(queue(), heard, key);
		await discard(queue(), undone.id);
		expect(await held(queue())).toEqual([unheard.id]);
		await letGo(queue());
		await send(queue(), options);
		expect([...onServer.counted.keys()].sort()).toEqual([heard.id, unheard.id].sort());
	});

	it('holds in memory where nothing can be stored', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const mine = submission();
		await hold(queue(), mine, key);
		expect(await held(queue())).toEqual([mine.id]);
		await keep(queue(), mine, key);
		expect(await held(queue())).toEqual([]);
		expect((await send(queue(), options)).size).toBe(1);
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

describe('the worker', () => {
	it('asks to be woken again while something is left', async () => {
		await keepMany(3);
		onServer.faults.push(cutBeforeReply);
		await expect(sendInBackground(municipality, options)).rejects.toThrow();
		await sendInBackground(municipality, options);
		expect(onServer.counted.size).toBe(3);
		expect((await waiting(municipality)).waiting).toBe(0);
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
