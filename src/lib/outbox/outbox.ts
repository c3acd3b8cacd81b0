import type { PublicKey } from '../seal/seal.ts';
import type { Submission } from '../survey/submission.ts';
import { askForSync } from './background.ts';
import { memory } from './memory.ts';
import { tell } from './news.ts';
import { sealSubmission } from './sealing.ts';
import { disk } from './store.ts';
import { browser, type Surroundings } from './surroundings.ts';
import type { Kept } from './tray.ts';

// Sending needs no cipher, so the worker and a page that only looks do without.
export { LOCK_PATIENCE_SECONDS, retry, send, sendAll, waiting } from './sending.ts';
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
	given: Partial<Surroundings> = {}
): Promise<Kept> {
	const surroundings = { ...browser(), ...given };
	const envelope = await sealSubmission(submission, key);
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

let askedToPersist = false;

/** Without this a browser may clear the outbox when the device runs full. */
async function askToPersist({ storage }: Surroundings): Promise<void> {
	if (!storage || askedToPersist) return;
	askedToPersist = true;
	if (!(await storage.persisted())) await storage.persist();
}
