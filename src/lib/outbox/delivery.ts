import { BATCH_MAX } from '../survey/envelope.ts';
import type { Acknowledgement } from '../survey/submission.ts';
import { inBatches, meaning, next, type Stop } from './acknowledge.ts';
import type { Post } from './post.ts';
import type { Queue } from './queue.ts';

/**
 * Sends all that waits in a queue, each envelope once, and whatever is put there meanwhile.
 * @param onprogress after each batch, when the acknowledged have left the queue.
 * @returns why something is left to send, if anything is.
 */
export async function deliver(
	queue: Queue,
	post: Post,
	onprogress: (acknowledged: Acknowledgement[]) => void
): Promise<Stop | undefined> {
	const tried = new Set<string>();
	for (;;) {
		const waiting = await queue.ids();
		const untried = waiting.filter((id) => !tried.has(id));
		if (untried.length === 0) return waiting.length > 0 ? { afterSeconds: 0 } : undefined;
		untried.forEach((id) => tried.add(id));
		const stop = await deliverBatches(queue, post, onprogress, inBatches(untried, BATCH_MAX));
		if (stop) return stop;
	}
}

async function deliverBatches(
	queue: Queue,
	post: Post,
	onprogress: (acknowledged: Acknowledgement[]) => void,
	batches: string[][]
): Promise<Stop | undefined> {
	while (batches[0]) {
		const envelopes = await queue.envelopes(batches[0]);
		if (envelopes.length === 0) {
			batches = batches.slice(1);
			continue;
		}
		const sent = envelopes.map(({ id }) => id);
		const step = next([sent, ...batches.slice(1)], meaning(await post(envelopes)));
		// Only now, when the server has it on its disk.
		await queue.remove(step.acknowledged.map(({ id }) => id));
		await queue.setAside(step.needsHelp);
		onprogress(step.acknowledged);
		if (step.stop) return step.stop;
		batches = step.batches;
	}
}
