import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	countingServer,
	cutBeforeReply,
	lockManager,
	says
} from '../../../tests/support/network.ts';
import { submission } from '../../../tests/support/survey.ts';
import { makeKeyPair, opener, type KeyPair } from '../server/core/opener.ts';
import type { Envelope } from '../survey/envelope.ts';
import type { Acknowledgement } from '../survey/submission.ts';
import { keep, retry, send, waiting, type SendOptions } from './outbox.ts';
import { openEnvelope } from './sealing.ts';
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
	close(municipality);
});

async function keepMany(count: number): Promise<string[]> {
	const submissions = Array.from({ length: count }, () => submission());
	for (const each of submissions) expect(await keep(municipality, each, key)).toEqual({ ok: true });
	return submissions.map(({ id }) => id);
}
const states = (acknowledged: Map<string, Acknowledgement>): string[] =>
	[...acknowledged.values()].map(({ outcome }) => outcome);

describe('sending', () => {
	it('sends what was answered, and then has forgotten it', async () => {
		const mine = submission({ comment: 'tak' });
		await keep(municipality, mine, key);
		expect(await waiting(municipality)).toEqual({ waiting: 1, needsHelp: 0, unsaved: 0 });
		expect(await send(municipality, options)).toEqual(
			new Map([[mine.id, { id: mine.id, outcome: 'counted' }]])
		);
		expect(await waiting(municipality)).toEqual({ waiting: 0, needsHelp: 0, unsaved: 0 });
		const received = onServer.counted.get(mine.id);
		const opened = received && (await openEnvelope(received, opener(key.privateKey)));
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

async function indexedDBRows(): Promise<IDBValidKey[]> {
	const database = await openDB(databaseName(municipality));
	const rows = [
		...(await database.getAllKeys('waiting')),
		...(await database.getAllKeys('needsHelp'))
	];
	database.close();
	return rows;
}
