/** Where the unfinished answer to a round lies: in the tab, by municipality and round. */
const key = (municipality: string, round: string): string => `svar/${municipality}/${round}`;

/** @returns what is kept, or null when there is nothing or the browser keeps nothing. */
export const read = (municipality: string, round: string): string | null =>
	attempt((storage) => storage.getItem(key(municipality, round))) ?? null;

/** @returns false when the browser keeps nothing. */
export const write = (municipality: string, round: string, fields: string): boolean =>
	attempt((storage) => {
		storage.setItem(key(municipality, round), fields);
		return true;
	}) ?? false;

export const remove = (municipality: string, round: string): void => {
	attempt((storage) => storage.removeItem(key(municipality, round)));
};

function attempt<T>(work: (storage: Storage) => T): T | undefined {
	try {
		return work(sessionStorage);
	} catch (error) {
		// Blocked, full, or not there at all: each browser has its own name for it, and all are DOMExceptions.
		if (error instanceof DOMException || error instanceof ReferenceError) return undefined;
		throw error;
	}
}
