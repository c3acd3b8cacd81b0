import type { Envelope } from '../survey/envelope.ts';

/** `quota`: the device is full. `no-storage`: the browser keeps nothing (a private window, a sandbox, a broken disk). */
export type Kept = { ok: true } | { ok: false; reason: 'no-storage' | 'quota' };

/** Where envelopes lie until they are acknowledged: on disk (`store.ts`) or, failing that, in this page (`memory.ts`). */
export interface Tray {
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
