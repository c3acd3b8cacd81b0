import { SubmissionsRequest, type Envelope } from '../../src/lib/survey/envelope.ts';
import type { Acknowledgement } from '../../src/lib/survey/submission.ts';

/** A server that counts each id once and can be told how to behave. */
export function countingServer() {
	const counted = new Map<string, Envelope>();
	const batches: number[] = [];
	const headers: (string | null)[] = [];
	const faults: ((count: () => Response, envelopes: Envelope[]) => Response)[] = [];
	const count = (envelopes: Envelope[]): Response => {
		const results = envelopes.map((envelope): Acknowledgement => {
			const outcome = counted.has(envelope.id) ? 'already-counted' : 'counted';
			counted.set(envelope.id, envelope);
			return { id: envelope.id, outcome };
		});
		return Response.json({ oejenhoejde: 1, results });
	};
	const fetch: typeof globalThis.fetch = async (_, init) => {
		const { envelopes } = SubmissionsRequest.parse(JSON.parse(String(init?.body)));
		batches.push(envelopes.length);
		headers.push(new Headers(init?.headers).get('authorization'));
		const fault = faults.shift();
		return fault ? fault(() => count(envelopes), envelopes) : count(envelopes);
	};
	return { counted, batches, headers, faults, fetch };
}

/** The server counted it; the device never heard. */
export const cutBeforeReply = (count: () => Response): Response => {
	count();
	throw new TypeError('Failed to fetch');
};
export const says =
	(status: number, body = '') =>
	(): Response =>
		new Response(body, { status });

/** Web Locks as browsers have them: one holder a name, the others wait in line. */
export function lockManager(): LockManager {
	let line = Promise.resolve();
	const request = (_: string, __: LockOptions, turn: () => Promise<unknown>) => {
		const mine = line.then(turn);
		line = mine.then(
			() => undefined,
			() => undefined
		);
		return mine;
	};
	return { request } as unknown as LockManager;
}
