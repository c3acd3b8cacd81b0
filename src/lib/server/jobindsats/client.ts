import { setTimeout as wait } from 'node:timers/promises';
import type { Access } from './access.ts';
import { dataOf, jsonOf, metadataOf, tableAddress, type Data, type Metadata } from './shape.ts';
import { JobindsatsTrouble } from './trouble.ts';

/** How patient we are; the tests are less so. */
export type Pace = {
	pause: (ms: number) => Promise<unknown>;
	timeoutMs: number;
	now: () => number;
};
const PACE: Pace = { pause: wait, timeoutMs: 30_000, now: Date.now };

const TRIES = 3;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No table of one municipality comes near it. */
const REPLY_BYTES_MAX = 20_000_000;
const OVERLOADED = [429, 502, 503, 504];

let queue: Promise<unknown> = Promise.resolve();
const tables = new Map<string, { until: number; metadata: Metadata }>();

export type Client = {
	/** What a table is; asked for once a day. */
	table: (id: string) => Promise<Metadata>;
	data: (address: string) => Promise<Data>;
};

/** Asks Jobindsats, one question at a time whoever asks. @throws JobindsatsTrouble, with neither key nor figures in it */
export function clientOf(access: Access, pace: Pace = PACE): Client {
	const asked = (address: string) => inTurn(async () => jsonOf(await ask(access, address, pace)));
	return {
		data: async (address) => dataOf(await asked(address)),
		table: async (id) => {
			const name = `${access.base} ${id}`;
			const there = tables.get(name);
			if (there && there.until > pace.now()) return there.metadata;
			const metadata = metadataOf(await asked(tableAddress(id)));
			tables.set(name, { until: pace.now() + DAY_MS, metadata });
			return metadata;
		}
	};
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const mine = queue.then(work, work);
	queue = mine.catch(() => undefined);
	return mine;
}

async function ask(access: Access, address: string, pace: Pace): Promise<string> {
	for (let tried = 1; ; tried++) {
		const reply = await once(access, address, pace);
		if (reply.ok) return reply.text;
		if (tried === TRIES) throw new JobindsatsTrouble('busy', String(reply.status));
		const patience = FIRST_PAUSE_MS * 2 ** (tried - 1);
		await pace.pause(Math.min(LONGEST_PAUSE_MS, reply.after ?? patience));
	}
}

type Once = { ok: true; text: string } | { ok: false; status: number; after: number | undefined };

async function once({ base, key }: Access, address: string, pace: Pace): Promise<Once> {
	let response: Response;
	try {
		response = await fetch(base + address, {
			headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
			// The key goes nowhere else.
			redirect: 'error',
			signal: AbortSignal.timeout(pace.timeoutMs)
		});
	} catch (problem) {
		throw new JobindsatsTrouble(isTimeout(problem) ? 'timed-out' : 'unreachable');
	}
	const { status } = response;
	if (status === 401 || status === 403) throw new JobindsatsTrouble('key-refused', String(status));
	if (status === 404) throw new JobindsatsTrouble('no-such-table');
	if (OVERLOADED.includes(status)) {
		await response.body?.cancel();
		return { ok: false, status, after: secondsOf(response.headers.get('retry-after')) };
	}
	if (status !== 200) throw new JobindsatsTrouble('other-shape', String(status));
	return { ok: true, text: await textOf(response) };
}

async function textOf(response: Response): Promise<string> {
	try {
		const parts: Uint8Array[] = [];
		let size = 0;
		for await (const part of response.body ?? []) {
			size += part.length;
			if (size > REPLY_BYTES_MAX) throw new JobindsatsTrouble('other-shape', 'too large');
			parts.push(part);
		}
		return new TextDecoder().decode(Buffer.concat(parts));
	} catch (problem) {
		if (problem instanceof JobindsatsTrouble) throw problem;
		throw new JobindsatsTrouble(isTimeout(problem) ? 'timed-out' : 'half-a-reply');
	}
}

const isTimeout = (problem: unknown): boolean =>
	problem instanceof DOMException && problem.name === 'TimeoutError';

const secondsOf = (header: string | null): number | undefined => {
	const seconds = Number(header);
	return header !== null && Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
};
