import { fromForm, toFields, type Draft, type HandoutItem } from './answers.ts';

/**
 * The unfinished answer on the citizen's own phone: it survives a reload, and is gone when the tab closes or it is sent.
 * Storage can be blocked or full. Then the answer lives in memory alone, and nothing else changes.
 */
const key = (municipality: string, round: string): string => `svar/${municipality}/${round}`;

/** @returns false when the browser keeps nothing. */
export const save = (municipality: string, round: string, draft: Draft, step: number): boolean =>
	attempt((storage) => {
		storage.setItem(key(municipality, round), toFields(draft, step).toString());
		return true;
	}) ?? false;

export const load = (
	municipality: string,
	round: string,
	items: HandoutItem[]
): { draft: Draft; step: number } | null =>
	attempt((storage) => {
		const stored = storage.getItem(key(municipality, round));
		return stored && fromForm(new URLSearchParams(stored), items, newId);
	}) || null;

export const forget = (municipality: string, round: string): void => {
	attempt((storage) => storage.removeItem(key(municipality, round)));
};

/** A random id. Off https a browser has no `randomUUID`, but it has random bytes. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function attempt<T>(work: (storage: Storage) => T): T | undefined {
	try {
		return work(sessionStorage);
	} catch (error) {
		// Blocked, full, or not there at all: each browser has its own name for it, and all are DOMExceptions.
		if (error instanceof DOMException || error instanceof ReferenceError) return undefined;
		throw error;
	}
}
