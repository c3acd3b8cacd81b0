import { fromForm, toFields, type Draft, type HandoutItem } from './answers.ts';
import * as storage from './storage.ts';

/**
 * The unfinished answer on the citizen's own phone: it survives a reload, and is gone when the tab closes or it is sent.
 * Storage can be blocked or full. Then the answer lives in memory alone, and nothing else changes.
 *
 * @returns false when the browser keeps nothing.
 */
export const save = (municipality: string, round: string, draft: Draft, step: number): boolean =>
	storage.write(municipality, round, toFields(draft, step).toString());

export function load(
	municipality: string,
	round: string,
	items: HandoutItem[]
): { draft: Draft; step: number } | null {
	const stored = storage.read(municipality, round);
	return stored ? fromForm(new URLSearchParams(stored), items, newId) : null;
}

export const forget = storage.remove;

/** A random id. Off https a browser has no `randomUUID`, but it has random bytes. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
