import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Envelope } from '../../src/lib/survey/envelope.ts';
import type { Job } from './country.ts';

const AT_ONCE = 250;

/** Everything is sealed before anything is sent: thousands of devices would share that work, and here it is one machine's. */
export async function sealAll(jobs: Job[]): Promise<Envelope[]> {
	const parts = Array.from({ length: Math.ceil(jobs.length / AT_ONCE) }, (_, n) =>
		jobs.slice(n * AT_ONCE, (n + 1) * AT_ONCE)
	);
	const sealed: Envelope[][] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: availableParallelism() }, async () => {
			const worker = new Worker(join(import.meta.dirname, 'sealer.js'));
			for (let at = next++; at < parts.length; at = next++) {
				worker.postMessage(parts[at]);
				const [envelopes] = (await once(worker, 'message')) as [Envelope[]];
				sealed[at] = envelopes;
			}
			await worker.terminate();
		})
	);
	return sealed.flat();
}
