import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SubmissionsReply, type Envelope } from '../../src/lib/survey/envelope.ts';
import { json } from '../../src/lib/json.ts';

export const ADDRESS_HEADER = 'x-load-address';
export const connections = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });
const everyones = connections();

type Asked = {
	url: string;
	method: 'GET' | 'POST';
	from: string;
	body?: string;
	type?: string;
	token?: string;
	/** Of one sender alone: who waits for a free one of everyone's waits for others, and not for the server. */
	agent?: Agent;
};
export type Reply = { status: number; body: string; milliseconds: number };

/** @param since when it was meant to be sent: a sender that is late must not make a server look quick */
export function ask(asked: Asked, since = performance.now()): Promise<Reply> {
	const { url, method, from, body, type, token, agent = everyones } = asked;
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				method,
				agent,
				headers: {
					[ADDRESS_HEADER]: from,
					accept: 'text/html,application/json',
					...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
					...(type && { 'content-type': type, origin: new URL(url).origin }),
					...(token && { authorization: `Bearer ${token}` })
				}
			},
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						body: Buffer.concat(parts).toString(),
						milliseconds: performance.now() - since
					})
				);
			}
		);
		sent.on('error', (problem: NodeJS.ErrnoException) => {
			// A kept connection that the server ended meanwhile: whoever sends, sends again.
			if (sent.reusedSocket && problem.code === 'ECONNRESET') resolve(ask(asked, since));
			else reject(problem);
		});
		sent.end(body);
	});
}

export type Parcel = { municipality: string; envelopes: Envelope[]; from: string; token?: string };

/** Sends sealed answers. @returns how many of them were counted, and how long the reply took */
export async function post(site: string, parcel: Parcel, since?: number) {
	const reply = await ask(
		{
			url: `${site}/${parcel.municipality}/api/v1/submissions`,
			method: 'POST',
			from: parcel.from,
			type: 'application/json',
			body: JSON.stringify({ envelopes: parcel.envelopes }),
			...(parcel.token && { token: parcel.token })
		},
		since
	);
	const parsed = SubmissionsReply.safeParse(json(reply.body));
	const results = parsed.success ? parsed.data.results : [];
	// What was sent again, its reply lost, is counted as well.
	const counted = results.filter(({ outcome }) => /^(already-)?counted$/.test(outcome));
	return { ...reply, counted: counted.length };
}

/** So many at a time, each as soon as one before it is answered. */
export async function inRows<T>(jobs: T[], rows: number, work: (job: T) => Promise<void>) {
	let next = 0;
	await Promise.all(
		Array.from({ length: rows }, async () => {
			for (let at = next++; at < jobs.length; at = next++) await work(jobs[at] as T);
		})
	);
}

/** So many a second, whether those before are answered or not: people do not wait for each other. */
export async function atRate<T>(
	jobs: T[],
	perSecond: number,
	work: (job: T, since: number) => Promise<void>
): Promise<void> {
	const began = performance.now();
	const all: Promise<void>[] = [];
	const problems: unknown[] = [];
	for (const [at, job] of jobs.entries()) {
		const since = began + (at * 1000) / perSecond;
		const early = since - performance.now();
		if (early > 0) await sleep(early);
		all.push(work(job, since).catch((problem: unknown) => void problems.push(problem)));
	}
	await Promise.all(all);
	if (problems.length > 0) throw problems[0];
}
