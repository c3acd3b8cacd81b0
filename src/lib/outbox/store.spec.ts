import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../survey/envelope.ts';
import { memory } from './memory.ts';
import { close, databaseName, disk } from './store.ts';

const envelope = (id: string): Envelope => ({
	id,
	round: 'r',
	keyId: 'k',
	enc: 'e',
	ciphertext: `c${id}`
});

let n = 0;
let municipality = '';
beforeEach(() => {
	municipality = `by${++n}`;
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	close(municipality);
});

describe.each([
	['on disk', disk],
	['in memory', memory]
])('a queue %s', (_, queueOf) => {
	it('gives back what was put, in id order', async () => {
		const queue = queueOf(municipality);
		for (const id of ['b', 'c', 'a']) expect(await queue.put(envelope(id))).toEqual({ ok: true });
		expect(await queue.ids()).toEqual(['a', 'b', 'c']);
		expect(await queue.envelopes(['c', 'gone', 'a'])).toEqual([envelope('c'), envelope('a')]);
	});

	it('keeps one envelope per id', async () => {
		const queue = queueOf(municipality);
		await queue.put(envelope('a'));
		await queue.put({ ...envelope('a'), ciphertext: 'later' });
		expect(await queue.envelopes(await queue.ids())).toEqual([
			{ ...envelope('a'), ciphertext: 'later' }
		]);
	});

	it('removes what it is told to and nothing else', async () => {
		const queue = queueOf(municipality);
		for (const id of ['a', 'b']) await queue.put(envelope(id));
		await queue.remove(['a', 'gone']);
		expect(await queue.ids()).toEqual(['b']);
	});

	it('sets aside what needs help, and takes it back', async () => {
		const queue = queueOf(municipality);
		for (const id of ['a', 'b', 'c']) await queue.put(envelope(id));
		await queue.setAside(['a', 'b', 'gone']);
		expect([await queue.ids(), await queue.needingHelp()]).toEqual([['c'], 2]);
		await queue.put(envelope('b'));
		expect([await queue.ids(), await queue.needingHelp()]).toEqual([['b', 'c'], 1]);
		await queue.takeBack();
		expect([await queue.ids(), await queue.needingHelp()]).toEqual([['a', 'b', 'c'], 0]);
		expect(await queue.envelopes(['a'])).toEqual([envelope('a')]);
	});

	it('holds what must not be sent, until something is put in its place or it is let go', async () => {
		const queue = queueOf(municipality);
		for (const id of ['a', 'b', 'c']) expect(await queue.hold(envelope(id))).toEqual({ ok: true });
		expect([await queue.ids(), await queue.held()]).toEqual([[], ['a', 'b', 'c']]);
		await queue.put({ ...envelope('a'), ciphertext: 'said' });
		await queue.discard('b');
		expect([await queue.ids(), await queue.held()]).toEqual([['a'], ['c']]);
		await queue.letGo();
		expect([await queue.ids(), await queue.held()]).toEqual([['a', 'c'], []]);
		expect(await queue.envelopes(['a'])).toEqual([{ ...envelope('a'), ciphertext: 'said' }]);
	});

	it('is the municipality’s own', async () => {
		await queueOf(municipality).put(envelope('a'));
		expect(await queueOf(`${municipality}-nabo`).ids()).toEqual([]);
		close(`${municipality}-nabo`);
	});
});

describe('the database', () => {
	it('still has everything when it is opened again', async () => {
		await disk(municipality).put(envelope('a'));
		close(municipality);
		expect(await disk(municipality).envelopes(['a'])).toEqual([envelope('a')]);
	});

	it('holds envelopes and nothing else', async () => {
		await disk(municipality).put(envelope('a'));
		const database = await openDB(databaseName(municipality));
		const stores = [...database.objectStoreNames];
		expect(stores.sort()).toEqual(['held', 'needsHelp', 'waiting']);
		expect(await database.getAll('waiting')).toEqual([envelope('a')]);
		database.close();
	});

	it('lets go when a newer version wants it, and works with that version afterwards', async () => {
		const queue = disk(municipality);
		await queue.put(envelope('a'));
		const blocked = vi.fn();
		const newer = await openDB(databaseName(municipality), 7, {
			blocked,
			upgrade: (database) => void database.createObjectStore('more')
		});
		expect(blocked).not.toHaveBeenCalled();
		expect(await queue.put(envelope('b'))).toEqual({ ok: true });
		expect(await queue.ids()).toEqual(['a', 'b']);
		newer.close();
	});

	it('does without the disk while a sleeping older tab holds it, and loses nothing in the update', async () => {
		const older = await openDB(databaseName(municipality), 1, {
			upgrade(database) {
				for (const name of ['waiting', 'needsHelp']) {
					database.createObjectStore(name, { keyPath: 'id' });
				}
			}
		});
		await older.put('waiting', envelope('a'));
		const newer = disk(municipality, 2);
		for (const id of ['b', 'c']) {
			expect(await newer.put(envelope(id))).toEqual({ ok: false, reason: 'no-storage' });
		}
		older.close();
		// The browser finishes the update by itself.
		await vi.waitFor(async () => {
			expect(await newer.put(envelope('b'))).toEqual({ ok: true });
		});
		expect(await newer.ids()).toEqual(['a', 'b']);
	}, 3000);

	it('opens a new connection when the browser has closed the old one', async () => {
		const queue = disk(municipality);
		await queue.put(envelope('a'));
		const lost = new DOMException('Connection lost', 'InvalidStateError');
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
			throw lost;
		});
		expect(await queue.put(envelope('b'))).toEqual({ ok: true });
		expect(await queue.ids()).toEqual(['a', 'b']);
	});
});

describe('a device that cannot store', () => {
	it('says when it is full, and keeps what it has', async () => {
		const queue = disk(municipality);
		await queue.put(envelope('a'));
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await queue.put(envelope('b'))).toEqual({ ok: false, reason: 'quota' });
		expect(await queue.ids()).toEqual(['a']);
		expect(await queue.put(envelope('b'))).toEqual({ ok: true });
	});

	it('says when there is no database at all', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const queue = disk(municipality);
		expect(await queue.put(envelope('a'))).toEqual({ ok: false, reason: 'no-storage' });
		expect([await queue.ids(), await queue.envelopes(['a']), await queue.needingHelp()]).toEqual([
			[],
			[],
			0
		]);
		await expect(queue.remove(['a'])).resolves.toBeUndefined();
	});

	it('says when the browser refuses, and tries afresh the next time', async () => {
		vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
			throw new DOMException('not here', 'SecurityError');
		});
		expect(await disk(municipality).put(envelope('a'))).toEqual({
			ok: false,
			reason: 'no-storage'
		});
		vi.restoreAllMocks();
		expect(await disk(municipality).put(envelope('a'))).toEqual({ ok: true });
	});
});
