import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { Assessment } from './assessment.ts';
import { openText, sealText, type Key, type Lock } from './lock.ts';
import { OwnShare } from './share.ts';
import { json } from '../json.ts';

/** All that the device keeps: the pictures, and what is needed to withdraw what was shared. */
export type Kept = { pictures: Assessment[]; shares: OwnShare[] };
type Item = { kind: 'picture'; content: Assessment } | { kind: 'share'; content: OwnShare };

/** A row is JSON, or JSON sealed with the code lock's key. Its id is random; nothing else of it is in the clear. */
type Row = { id: string; kind: Item['kind']; content: string };
interface Schema extends DBSchema {
	item: { key: string; value: Row };
	lock: { key: string; value: Lock };
}

const LOCK = 'lock';

/** Where pictures are kept. On a shared screen, nowhere but in memory. */
export type Store = {
	lock: () => Promise<Lock | undefined>;
	read: (key: Key | undefined) => Promise<Kept>;
	keep: (item: Item, key: Key | undefined) => Promise<void>;
	remove: (id: string) => Promise<void>;
	/** Writes everything anew, under a lock or without one. */
	rewrite: (kept: Kept, lock: Lock | undefined, key: Key | undefined) => Promise<void>;
	/** Removes every trace. */
	destroy: () => Promise<void>;
};

/** A municipality's pictures have a database of their own. */
const databaseName = (municipality: string): string => `mit-billede-${municipality}`;

/** The database is made when there is something to keep, so that looking around leaves no trace. */
export function openStore(municipality: string): Store {
	const name = databaseName(municipality);
	let open: IDBPDatabase<Schema> | undefined;
	const database = async () =>
		(open ??= await openDB<Schema>(name, 1, {
			upgrade(db) {
				db.createObjectStore('item', { keyPath: 'id' });
				db.createObjectStore('lock');
			},
			// Another tab deletes everything: let it.
			blocking: () => close()
		}));
	const close = () => {
		open?.close();
		open = undefined;
	};
	// A browser that cannot say which databases there are (Firefox before 126) gets an empty one.
	const exists = async () =>
		open !== undefined ||
		!('databases' in indexedDB) ||
		(await indexedDB.databases()).some((each) => each.name === name);
	const destroy = async () => {
		close();
		await deleteDB(name);
	};
	return {
		lock: async () => ((await exists()) ? (await database()).get('lock', LOCK) : undefined),
		read: async (key) =>
			unpack((await exists()) ? await (await database()).getAll('item') : [], key),
		keep: async (item, key) => {
			const row = await pack(item, key);
			await (await database()).put('item', row);
		},
		remove: async (id) => (await database()).delete('item', id),
		rewrite: async (kept, lock, key) => {
			const rows = await Promise.all(itemsOf(kept).map((item) => pack(item, key)));
			// What lay there unlocked should not lie on in the same file.
			await destroy();
			const transaction = (await database()).transaction(['item', 'lock'], 'readwrite');
			await Promise.all([
				...rows.map((row) => transaction.objectStore('item').put(row)),
				lock && transaction.objectStore('lock').put(lock, LOCK),
				transaction.done
			]);
		},
		destroy
	};
}

/** For shared screens: gone with the page. */
export function memoryStore(): Store {
	let kept: Kept = { pictures: [], shares: [] };
	return {
		lock: async () => undefined,
		read: async () => kept,
		keep: async (item) => {
			kept = merged(kept, item);
		},
		remove: async (id) => {
			kept = {
				pictures: kept.pictures.filter((each) => each.id !== id),
				shares: kept.shares.filter((each) => each.id !== id)
			};
		},
		rewrite: async (all) => {
			kept = all;
		},
		destroy: async () => {
			kept = { pictures: [], shares: [] };
		}
	};
}

const others = <T extends { id: string }>(all: T[], one: T): T[] =>
	all.filter((each) => each.id !== one.id);

const merged = ({ pictures, shares }: Kept, item: Item): Kept =>
	item.kind === 'picture'
		? { pictures: [...others(pictures, item.content), item.content], shares }
		: { pictures, shares: [...others(shares, item.content), item.content] };

const itemsOf = ({ pictures, shares }: Kept): Item[] => [
	...pictures.map((content): Item => ({ kind: 'picture', content })),
	...shares.map((content): Item => ({ kind: 'share', content }))
];

const associated = (kind: Item['kind'], id: string): string => `${kind} ${id}`;

async function pack({ kind, content }: Item, key: Key | undefined): Promise<Row> {
	const { id } = content;
	const text = JSON.stringify(content);
	return { id, kind, content: key ? await sealText(key, associated(kind, id), text) : text };
}

/** A row that cannot be read is left where it is: it may be read by a newer version. */
async function unpack(rows: Row[], key: Key | undefined): Promise<Kept> {
	const kept: Kept = { pictures: [], shares: [] };
	for (const { id, kind, content } of rows) {
		const text = key ? await openText(key, associated(kind, id), content) : content;
		const parsed = z
			.union([Assessment, OwnShare])
			.safeParse(text === undefined ? undefined : json(text));
		if (!parsed.success) continue;
		if ('placements' in parsed.data) kept.pictures.push(parsed.data);
		else kept.shares.push(parsed.data);
	}
	return kept;
}
