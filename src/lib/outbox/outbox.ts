import type { PublicKey } from '../seal/seal.ts';
import type { Submission } from '../survey/submission.ts';
import { askForSync } from './background.ts';
import { memory } from './memory.ts';
import { tell } from './channel.ts';
import { sealSubmission } from './sealing.ts';
import { disk } from './store.ts';
import { browser, type Platform } from './platform.ts';
import type { Kept } from './queue.ts';

// Sending needs no cipher, so the worker and a page that only looks do without.
export { LOCK_PATIENCE_SECONDS, retry, send, sendAll, told, waiting } from './sending.ts';
export type { SendOptions, Waiting } from './sending.ts';

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
	given: Partial<Platform> = {}
): Promise<Kept> {
	const platform = { ...browser(), ...given };
	const envelope = await sealSubmission(submission, key);
	await memory(municipality).discard(envelope.id);
	const kept = await disk(municipality).put(envelope);
	if (kept.ok) {
		await memory(municipality).remove([envelope.id]);
		// Neither is waited for: a browser may ask the person first.
		void askToPersist(platform);
		void askForSync(municipality, platform);
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

let askedToPersist = false;

/** Without this a browser may clear the outbox when the device runs full. */
async function askToPersist({ storage }: Platform): Promise<void> {
	if (!storage || askedToPersist) return;
	askedToPersist = true;
	if (!(await storage.persisted())) await storage.persist();
}
