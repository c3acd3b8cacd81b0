import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * Notes on their way, sealed to whoever wrote them: nobody at this device can read them, not even that person without the
 * server. One record for each page that was opened; `stamp` is new for each text.
 */
export type Kept = {
	slot: string;
	interview: string;
	keyId: string;
	stamp: string;
	enc: string;
	ciphertext: string;
};
interface Drawers extends DBSchema {
	sealed: { key: string; value: Kept };
}

const databaseName = (municipality: string): string => `oejenhoejde-noter-${municipality}`;
export const slotOf = ({
	interview,
	keyId,
	writer
}: {
	interview: string;
	keyId: string;
	writer: string;
}): string => `${interview} ${keyId} ${writer}`;

export type OfflineNotes = {
	/** @returns false where the browser keeps nothing: then only the server does. */
	put: (kept: Kept) => Promise<boolean>;
	/** Everything that was sealed to this key, of one interview or of all. */
	find: (keyId: string, interview?: string) => Promise<Kept[]>;
	/** Erases a record that the server has, unless something newer has taken its place. */
	remove: (slot: string, stamp: string) => Promise<void>;
	/** How many records are someone else's. */
	others: (keyId: string) => Promise<number>;
};

export function open(municipality: string): OfflineNotes {
	let opening: Promise<IDBPDatabase<Drawers>> | undefined;
	const database = () =>
		(opening ??= openDB<Drawers>(databaseName(municipality), 1, {
			upgrade: (db) => void db.createObjectStore('sealed', { keyPath: 'slot' })
		}));
	const all = async () => attempt(async () => (await database()).getAll('sealed'), []);
	return {
		put: (kept) =>
			attempt(async () => {
				const transaction = (await database()).transaction('sealed', 'readwrite', {
					durability: 'strict'
				});
				await Promise.all([transaction.store.put(kept), transaction.done]);
				return true;
			}, false),
		find: async (keyId, interview) =>
			(await all()).filter(
				(each) => each.keyId === keyId && (!interview || each.interview === interview)
			),
		remove: (slot, stamp) =>
			attempt(async () => {
				const transaction = (await database()).transaction('sealed', 'readwrite');
				const kept = await transaction.store.get(slot);
				if (kept?.stamp === stamp) await transaction.store.delete(slot);
				await transaction.done;
			}, undefined),
		others: async (keyId) => (await all()).filter((each) => each.keyId !== keyId).length
	};
}

/** Where storage is shut off, full or broken, writing goes on without it. */
async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
	try {
		return await work();
	} catch (problem) {
		if (!(problem instanceof DOMException) && !(problem instanceof TypeError)) throw problem;
		return otherwise;
	}
}
