import type { PublicKey } from '../seal/seal.ts';
import type { Acknowledgement, Submission } from '../survey/submission.ts';
import type { Stop } from './acknowledge.ts';
import { askForSync } from './background.ts';
import { deliver } from './delivery.ts';
import { memory } from './memory.ts';
import { listen, tell } from './news.ts';
import { poster } from './post.ts';
import { sealSubmission } from './sealing.ts';
import { disk } from './store.ts';
import { browser, type Surroundings } from './surroundings.ts';
import type { Kept } from './tray.ts';

/** How long to wait for another tab's turn to end: one that was put to sleep in the middle of it may never say so. */
export const LOCK_PATIENCE_SECONDS = 90;

export type Waiting = {
	waiting: number;
	/** The server refuses them as they are. */
	needsHelp: number;
	/** Of these, so many are in this page's memory only: it must stay open until they are sent. */
	unsaved: number;
};

export type SendOptions = Partial<Surroundings> & {
	/** The grant of a tablet, or of whoever keys in paper forms. */
	authorization?: string;
	/** A tablet sends at this pace, and not when something is kept: that moment would tell of the meeting. */
	everySeconds?: number;
};

/**
 * Seals a finished submission and puts it on disk. It is not sent yet: `send` does that, or a driver that runs.
 * When it cannot be put on disk it is kept in the page's memory and sent from there; keep the answer on the screen
 * until its acknowledgement has come. Keeping the same submission twice is keeping it once.
 * @throws when the submission is not one the server would accept, or the page is not on https (`canSeal`).
 */
export async function keep(
	municipality: string,
	submission: Submission,
	key: PublicKey,
	given: Partial<Surroundings> = {}
): Promise<Kept> {
	const surroundings = { ...browser(), ...given };
	const envelope = await sealSubmission(submission, key);
	await memory(municipality).discard(envelope.id);
	const kept = await disk(municipality).put(envelope);
	if (kept.ok) {
		await memory(municipality).remove([envelope.id]);
		// Neither is waited for: a browser may ask the person first.
		void askToPersist(surroundings);
		void askForSync(municipality, surroundings);
	} else {
		await memory(municipality).put(envelope);
	}
	tell(municipality, { kind: 'kept' });
	return kept;
}

/**
 * Lays by what stands if nothing more is heard of this id: a screen that dies in somebody's hands has still been held out.
 * It is not sent. `keep` under the same id takes its place, `letGo` lets it wait like the others, `discard` forgets it.
 */
export async function hold(
	municipality: string,
	submission: Submission,
	key: PublicKey
): Promise<void> {
	const envelope = await sealSubmission(submission, key);
	const kept = await disk(municipality).hold(envelope);
	if (!kept.ok) await memory(municipality).hold(envelope);
}

export const held = async (municipality: string): Promise<string[]> => [
	...(await disk(municipality).held()),
	...(await memory(municipality).held())
];

export async function discard(municipality: string, id: string): Promise<void> {
	await disk(municipality).discard(id);
	await memory(municipality).discard(id);
}

export async function letGo(municipality: string): Promise<void> {
	await disk(municipality).letGo();
	await memory(municipality).letGo();
	tell(municipality, { kind: 'kept' });
}

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
	const surroundings = { ...browser(), ...given };
	const post = poster(municipality, surroundings, authorization);
	const onprogress = (acknowledged: Acknowledgement[]): void =>
		tell(municipality, { kind: 'sent', acknowledged });
	return alone(municipality, surroundings, async () => {
		const onDisk = await deliver(disk(municipality), post, onprogress);
		return onDisk ?? deliver(memory(municipality), post, onprogress);
	});
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

async function alone<T>(
	municipality: string,
	{ locks, timeout }: Surroundings,
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

let askedToPersist = false;

/** Without this a browser may clear the outbox when the device runs full. */
async function askToPersist({ storage }: Surroundings): Promise<void> {
	if (!storage || askedToPersist) return;
	askedToPersist = true;
	if (!(await storage.persisted())) await storage.persist();
}
