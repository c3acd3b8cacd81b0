import { setTimeout as wait } from 'node:timers/promises';
import type { Site } from '../../support/site.ts';
import type { envelopes } from './life.ts';

type Envelope = Awaited<ReturnType<typeof envelopes>>[number];

/** What a municipality's front page and its handout say. */
export async function ask(site: Site, slug: string): Promise<{ page: Reply; api: Reply }> {
	const [page, api] = await Promise.all([
		reply(`${site.url}/${slug}`),
		reply(`${site.url}/${slug}/api/v1/handout.json`)
	]);
	return { page, api };
}
type Reply = { status: number; text: string; again: string | null };
async function reply(url: string): Promise<Reply> {
	const got = await fetch(url);
	return { status: got.status, text: await got.text(), again: got.headers.get('retry-after') };
}

/** Asks the others, without a pause, for pages and handouts; each gets answers too. */
export class Others {
	readonly #milliseconds: number[] = [];
	readonly #refused: string[] = [];
	#isOver = false;
	readonly #asking: Promise<void>[];

	constructor(site: Site, slugs: string[], answers: Map<string, Envelope[]>) {
		this.#asking = slugs.map(async (slug) => {
			const waiting = [...(answers.get(slug) ?? [])];
			for (let n = 0; !this.#isOver; n++) {
				const envelope = n % 3 === 2 ? waiting.pop() : undefined;
				const began = performance.now();
				const path = n % 2 ? `/${slug}/api/v1/handout.json` : `/${slug}`;
				const got = await (envelope
					? post(site, slug, [envelope])
					: fetch(`${site.url}${path}`).then(async (response) => {
							await response.text();
							return { status: response.status, outcomes: new Map<string, string>() };
						}));
				this.#milliseconds.push(performance.now() - began);
				const isCounted = !envelope || got.outcomes.get(envelope.id) === 'counted';
				if (got.status !== 200 || !isCounted) this.#refused.push(`${slug} ${got.status}`);
				await wait(20);
			}
		});
	}

	async end(): Promise<{ asked: number; p95: number; refused: string[] }> {
		this.#isOver = true;
		await Promise.all(this.#asking);
		const sorted = this.#milliseconds.sort((a, b) => a - b);
		const p95 = Math.ceil(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
		return { asked: sorted.length, p95, refused: this.#refused };
	}
}

/** As a device does: it keeps what is not acknowledged, and comes again. */
export class Device {
	readonly replies = new Map<string, string>();
	/** Told that it could not be taken now. */
	turnedAway = 0;
	#waiting: Envelope[];

	constructor(
		readonly site: () => Site,
		readonly slug: string,
		given: Envelope[]
	) {
		this.#waiting = given;
	}

	get waiting(): number {
		return this.#waiting.length;
	}

	/** Sends a few of those that wait. */
	async send(most = 5): Promise<void> {
		const batch = this.#waiting.slice(0, most);
		if (batch.length === 0) return;
		const { status, outcomes } = await post(this.site(), this.slug, batch);
		if (status !== 200) this.turnedAway += 1;
		for (const [id, outcome] of outcomes) this.replies.set(id, outcome);
		this.#waiting = this.#waiting.filter(({ id }) => !outcomes.has(id));
	}
}

async function post(
	site: Site,
	slug: string,
	batch: Envelope[]
): Promise<{ status: number; outcomes: Map<string, string> }> {
	const got = await fetch(`${site.url}/${slug}/api/v1/submissions`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ envelopes: batch })
	});
	const said = (await got.json()) as { results?: { id: string; outcome: string }[] };
	const outcomes = new Map((said.results ?? []).map(({ id, outcome }) => [id, outcome]));
	return { status: got.status, outcomes };
}
