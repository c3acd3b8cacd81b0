import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Envelope } from '../survey/envelope.ts';
import { databaseName } from './queue.ts';
import type { Kept, Queue } from './queue.ts';

/** All that the outbox has on disk: sealed envelopes, by id, without times. */
interface Trays extends DBSchema {
	waiting: { key: string; value: Envelope };
	needsHelp: { key: string; value: Envelope };
	held: { key: string; value: Envelope };
}
type Database = IDBPDatabase<Trays>;

const VERSION = 2;
/** A tab that sleeps may hold an older version of the database: then we do without the disk. */
const OPEN_SECONDS = 5;
export { databaseName };

/** The queue on disk. Where it cannot be reached it says so to `put`, is empty to a reader, and does nothing else. */
export function disk(municipality: string, version = VERSION): Queue {
	const run = <T>(work: (database: Database) => Promise<T>) => attempt(municipality, version, work);
	return {
		async put(envelope) {
			const put = await run(async (database) => {
				const { waiting, needsHelp, held, done } = change(database);
				const { id } = envelope;
				await Promise.all([needsHelp.delete(id), held.delete(id), waiting.put(envelope), done]);
			});
			return put.ok ? { ok: true } : put;
		},
		async ids() {
			const keys = await run((database) => database.getAllKeys('waiting'));
			return keys.ok ? keys.value : [];
		},
		async envelopes(ids) {
			const found = await run(async (database) => {
				const { store } = database.transaction('waiting');
				return await Promise.all(ids.map((id) => store.get(id)));
			});
			return found.ok ? found.value.flatMap((envelope) => envelope ?? []) : [];
		},
		async remove(ids) {
			await run(async (database) => {
				const { waiting, done } = change(database);
				await Promise.all([...ids.map((id) => waiting.delete(id)), done]);
			});
		},
		async setAside(ids) {
			await run(async (database) => {
				const { waiting, needsHelp, done } = change(database);
				for (const id of ids) {
					const envelope = await waiting.get(id);
					if (envelope) await Promise.all([needsHelp.put(envelope), waiting.delete(id)]);
				}
				await done;
			});
		},
		async takeBack() {
			await run(async (database) => {
				const { waiting, needsHelp, done } = change(database);
				const envelopes = await needsHelp.getAll();
				await Promise.all([...envelopes.map((each) => waiting.put(each)), needsHelp.clear(), done]);
			});
		},
		async needingHelp() {
			const count = await run((database) => database.count('needsHelp'));
			return count.ok ? count.value : 0;
		},
		async hold(envelope) {
			const put = await run(async (database) => {
				const { held, done } = change(database);
				await Promise.all([held.put(envelope), done]);
			});
			return put.ok ? { ok: true } : put;
		},
		async held() {
			const keys = await run((database) => database.getAllKeys('held'));
			return keys.ok ? keys.value : [];
		},
		async discard(id) {
			await run(async (database) => {
				const { held, done } = change(database);
				await Promise.all([held.delete(id), done]);
			});
		},
		async letGo() {
			await run(async (database) => {
				const { waiting, held, done } = change(database);
				const envelopes = await held.getAll();
				await Promise.all([...envelopes.map((each) => waiting.put(each)), held.clear(), done]);
			});
		}
	};
}

/** `strict`: it is on disk before we say so; a phone may die the next second. */
function change(database: Database) {
	const transaction = database.transaction(['waiting', 'needsHelp', 'held'], 'readwrite', {
		durability: 'strict'
	});
	const [waiting, needsHelp, held] = [
		transaction.objectStore('waiting'),
		transaction.objectStore('needsHelp'),
		transaction.objectStore('held')
	];
	return { waiting, needsHelp, held, done: transaction.done };
}

type Attempt<T> = { ok: true; value: T } | Exclude<Kept, { ok: true }>;

/** Tries twice: browsers lose their connection when they tidy up or come back from sleep. */
async function attempt<T>(
	municipality: string,
	version: number,
	work: (database: Database) => Promise<T>,
	again = true
): Promise<Attempt<T>> {
	let database: Database | undefined;
	try {
		database = await connection(municipality, version);
		return { ok: true, value: await work(database) };
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		if (error.name === 'QuotaExceededError') return { ok: false, reason: 'quota' };
		if (!database || !again) return { ok: false, reason: 'no-storage' };
		close(municipality);
		return attempt(municipality, version, work, false);
	}
}

const connections = new Map<string, Promise<Database>>();

function connection(municipality: string, version: number): Promise<Database> {
	const held = connections.get(municipality);
	if (held) return held;
	let giveUp = (): void => undefined;
	const givenUp = new Promise<never>((_, reject) => {
		giveUp = () => reject(new DOMException('held by another tab', 'TimeoutError'));
	});
	const opening = open(municipality, version, giveUp);
	const timer = setTimeout(giveUp, OPEN_SECONDS * 1000);
	const opened = Promise.race([opening, givenUp]).finally(() => clearTimeout(timer));
	connections.set(municipality, opened);
	opened.catch(() =>
		// Until the browser is through with it, nobody asks again: a second request would queue behind it for ever.
		opening.then(
			() => connections.set(municipality, opening),
			() => connections.delete(municipality)
		)
	);
	return opened;
}

async function open(municipality: string, version: number, blocked: () => void): Promise<Database> {
	if (!globalThis.indexedDB) throw new DOMException('no IndexedDB', 'NotSupportedError');
	const name = databaseName(municipality);
	const callbacks = {
		upgrade,
		blocked,
		blocking: () => close(municipality),
		terminated: () => void connections.delete(municipality)
	};
	try {
		return await openDB<Trays>(name, version, callbacks);
	} catch (error) {
		if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
		// The database is newer than this page. Versions only ever add, so use it as it is.
		return openDB<Trays>(name, undefined, callbacks);
	}
}

/** Lets go of the database, so that a newer version of the app in another tab can change it. */
export function close(municipality: string): void {
	const held = connections.get(municipality);
	connections.delete(municipality);
	held?.then(
		(database) => database.close(),
		() => undefined // never opened, and whoever asked for it was told
	);
}

/** Adds what is missing, by version. It never deletes, clears or renames: what lies here is somebody's answer. */
function upgrade(database: Database, oldVersion: number): void {
	if (oldVersion < 1) {
		database.createObjectStore('waiting', { keyPath: 'id' });
		database.createObjectStore('needsHelp', { keyPath: 'id' });
	}
	if (oldVersion < 2) database.createObjectStore('held', { keyPath: 'id' });
}
