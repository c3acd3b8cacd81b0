import type { Acknowledgement } from '../survey/submission.ts';
import type { Stop } from './acknowledge.ts';
import { deliver } from './delivery.ts';
import { memory } from './memory.ts';
import { listen, tell } from './channel.ts';
import { poster } from './post.ts';
import { disk } from './store.ts';
import { browser, type Platform } from './platform.ts';

/** How long to wait for another tab's turn to end: one that was put to sleep in the middle of it may never say so. */
export const LOCK_PATIENCE_SECONDS = 90;

export type Waiting = {
	waiting: number;
	/** The server refuses them as they are. */
	needsHelp: number;
	/** Of these, so many are in this page's memory only: it must stay open until they are sent. */
	unsaved: number;
};

export type SendOptions = Partial<Platform> & {
	/** The grant of a tablet, or of whoever keys in paper forms. */
	authorization?: string;
	/** A tablet sends at this pace, and not when something is kept: that moment would tell of the meeting. */
	everySeconds?: number;
};

/**
 * Sends all that waits, one sender at a time across tabs and worker.
 * @returns the acknowledgements that came while it ran, those won by another sender too. An id that is not among them
 * is still waiting or needs help; it never means that the answer is lost.
 */
export async function send(
	municipality: string,
	options: SendOptions = {}
): Promise<Map<string, Acknowledgement>> {
	const acknowledged = new Map<string, Acknowledgement>();
	const hangUp = listen(municipality, (news) => {
		if (news.kind === 'sent') news.acknowledged.forEach((each) => acknowledged.set(each.id, each));
	});
	try {
		await sendAll(municipality, options);
	} finally {
		hangUp();
	}
	return acknowledged;
}

/** `send` for the driver: says why something is left. */
export async function sendAll(
	municipality: string,
	{ authorization, ...given }: SendOptions
): Promise<Stop | undefined> {
	const platform = { ...browser(), ...given };
	const post = poster(municipality, platform, authorization);
	const onprogress = (acknowledged: Acknowledgement[]): void =>
		tell(municipality, { kind: 'sent', acknowledged });
	return alone(municipality, platform, async () => {
		const onDisk = await deliver(disk(municipality), post, onprogress);
		return onDisk ?? deliver(memory(municipality), post, onprogress);
	});
}

/**
 * `send` for the worker's `sync` event. It knows no grant.
 * @throws while something is left, so that the browser wakes the worker again.
 */
export async function sendInBackground(
	municipality: string,
	options: SendOptions = {}
): Promise<void> {
	const stop = await sendAll(municipality, options);
	if (stop) throw new Unsent();
}

class Unsent extends Error {
	override name = 'Unsent';
}

export async function waiting(municipality: string): Promise<Waiting> {
	const [stored, here] = [disk(municipality), memory(municipality)];
	const [onDisk, unsaved] = [await stored.ids(), await here.ids()];
	const needsHelp = (await stored.needingHelp()) + (await here.needingHelp());
	return { waiting: onDisk.length + unsaved.length, needsHelp, unsaved: unsaved.length };
}

/** Lets those that need help wait to be sent again; a driver that runs sends them at once. */
export async function retry(municipality: string): Promise<void> {
	await disk(municipality).takeBack();
	await memory(municipality).takeBack();
	tell(municipality, { kind: 'again' });
}

/** A person has been told what became of these: no other part of the page, and no other tab, tells it again. */
export function told(municipality: string, acknowledged: Pick<Acknowledgement, 'id'>[]): void {
	const ids = acknowledged.map(({ id }) => id);
	if (ids.length > 0) tell(municipality, { kind: 'told', ids });
}

async function alone<T>(
	municipality: string,
	{ locks, timeout }: Platform,
	work: () => Promise<T>
): Promise<T> {
	if (!locks) return work();
	const signal = timeout(LOCK_PATIENCE_SECONDS * 1000);
	let granted = false;
	const turn = () => {
		granted = true;
		return work();
	};
	try {
		return await locks.request(`oejenhoejde-outbox-${municipality}`, { signal }, turn);
	} catch (error) {
		if (granted || !(error instanceof DOMException)) throw error;
		// Better two senders than none: what both send is counted once.
		return work();
	}
}
