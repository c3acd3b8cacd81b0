import { parentPort } from 'node:worker_threads';
import { sealSubmission } from '../../src/lib/outbox/sealing.ts';
import type { Envelope } from '../../src/lib/survey/envelope.ts';
import type { Job } from './country.ts';

/** Seals what it is given, as each device would have done by itself. */
parentPort?.on('message', (jobs: Job[]) => {
	void (async () => {
		const envelopes: Envelope[] = [];
		for (const { submission, key } of jobs) envelopes.push(await sealSubmission(submission, key));
		parentPort?.postMessage(envelopes);
	})();
});
