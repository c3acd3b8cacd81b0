import type { Envelope } from '../survey/envelope.ts';
import type { Outcome } from '../outcome.ts';

/** `quota`: the device is full. `no-storage`: the browser keeps nothing (a private window, a sandbox, a broken disk). */
export type Kept = Outcome<'no-storage' | 'quota'>;

/** Where envelopes lie until they are acknowledged: on disk (`store.ts`) or, failing that, in this page (`memory.ts`). */
export interface Queue {
	put(envelope: Envelope): Promise<Kept>;
	/** Those waiting to be sent, in id order: an order of arrival would tell who answered when. */
	ids(): Promise<string[]>;
	/** Leaves out those that are gone: another tab may have sent them. */
	envelopes(ids: string[]): Promise<Envelope[]>;
	remove(ids: string[]): Promise<void>;
	/** From waiting to needing help. */
	setAside(ids: string[]): Promise<void>;
	/** From needing help to waiting: they are tried again. */
	takeBack(): Promise<void>;
	needingHelp(): Promise<number>;
	/** Lays an envelope by that must not be sent yet; `put` under its id takes its place. */
	hold(envelope: Envelope): Promise<Kept>;
	held(): Promise<string[]>;
	discard(id: string): Promise<void>;
	/** From held to waiting. */
	letGo(): Promise<void>;
}

const TABLET = '/tablet';

/**
 * Where a tablet's envelopes wait: apart from those of the same browser's other pages, its worker's too. Those have no
 * grant, and what they sent of a tablet's would be refused for good.
 */
export const tabletQueue = (municipality: string): string => `${municipality}${TABLET}`;

export const isTablets = (queue: string): boolean => queue.endsWith(TABLET);

/** A queue is named by its municipality, or is its tablet's. */
export const municipalityOf = (queue: string): string =>
	isTablets(queue) ? queue.slice(0, -TABLET.length) : queue;

export const databaseName = (municipality: string): string => `oejenhoejde-outbox-${municipality}`;

/** Whether there may be something to send: a page that has never kept an answer need not load the outbox to find out. */
export async function mayHold(municipality: string): Promise<boolean> {
	try {
		const databases = await globalThis.indexedDB?.databases?.();
		return databases?.some(({ name }) => name === databaseName(municipality)) ?? true;
	} catch (error) {
		// A browser that keeps nothing: what lies in this page's memory may still be waiting.
		if (error instanceof DOMException) return true;
		throw error;
	}
}
