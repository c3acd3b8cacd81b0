import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../support/proxies.ts';
import type { OldEnvelope } from '../faults/older.ts';

type Ask = (
	path: string,
	headers?: { [name: string]: string },
	method?: string,
	body?: string
) => Promise<Reply>;

const PAUSE_MILLISECONDS = 400;
const AGAIN_MILLISECONDS = 500;
/** What nobody may be without an answer for. */
const GIVE_UP_SECONDS = 120;

/** A phone or tablet: it sends what it has, one answer after the other, and lets go of one when it is acknowledged. */
export class Device {
	readonly replies = new Map<string, string>();
	/** The longest time, in milliseconds, in which no request got an answer. */
	longest = 0;
	refused = 0;

	constructor(
		readonly ask: Ask,
		readonly slug: string
	) {}

	/** Until `isOver`, or until there is no more to send. */
	async send(given: OldEnvelope[], isOver: () => boolean): Promise<OldEnvelope[]> {
		const sent: OldEnvelope[] = [];
		for (const envelope of given) {
			if (isOver()) break;
			await this.#until(async () => {
				const reply = await this.ask(
					`/${this.slug}/api/v1/submissions`,
					{ 'content-type': 'application/json' },
					'POST',
					JSON.stringify({ envelopes: [envelope] })
				);
				if (reply.status !== 200) return false;
				const { results } = JSON.parse(reply.text) as {
					results: { id: string; outcome: string }[];
				};
				for (const { id, outcome } of results) this.replies.set(id, outcome);
				return this.replies.has(envelope.id);
			});
			sent.push(envelope);
			await wait(PAUSE_MILLISECONDS);
		}
		return sent;
	}

	/** Somebody opens the page, again and again. */
	async look(isOver: () => boolean): Promise<void> {
		while (!isOver()) {
			await this.#until(async () => (await this.ask(`/${this.slug}`)).status === 200);
			await wait(PAUSE_MILLISECONDS);
		}
	}

	async #until(isDone: () => Promise<boolean>): Promise<void> {
		const began = performance.now();
		for (;;) {
			if (await isDone().catch(() => false)) break;
			this.refused += 1;
			if (performance.now() - began > GIVE_UP_SECONDS * 1000)
				throw new Error(`${this.slug}: no answer in ${GIVE_UP_SECONDS} seconds`);
			await wait(AGAIN_MILLISECONDS);
		}
		this.longest = Math.max(this.longest, performance.now() - began);
	}
}
