import { SubmissionsReply } from '../survey/envelope.ts';
import type { Acknowledgement } from '../survey/submission.ts';
import { json } from '../json.ts';

const BACKOFF_MAX_SECONDS = 300;
/** A broken or hostile network may ask us to wait for a year. */
export const RETRY_AFTER_MAX_SECONDS = 3600;

/** What came back over the network; `undefined` stands for nothing at all: offline, cut off, redirected or too slow. */
export type Reply = {
	status: number;
	body: string;
	retryAfter?: string | null;
	date?: string | null;
};

/** What a reply means for the envelopes that were sent. */
export type Meaning =
	| { kind: 'acknowledged'; acknowledgements: Acknowledgement[] }
	| { kind: 'malformed' }
	| { kind: 'too-large' }
	| { kind: 'staff' }
	| { kind: 'later'; afterSeconds: number };

export function meaning(reply: Reply | undefined): Meaning {
	if (!reply) return { kind: 'later', afterSeconds: 0 };
	if (reply.status === 400) return { kind: 'malformed' };
	if (reply.status === 401) return { kind: 'staff' };
	if (reply.status === 413) return { kind: 'too-large' };
	if (reply.status >= 200 && reply.status < 300) {
		// A captive portal also answers 200.
		const ours = SubmissionsReply.safeParse(json(reply.body));
		if (ours.success) return { kind: 'acknowledged', acknowledgements: ours.data.results };
	}
	return { kind: 'later', afterSeconds: retryAfterSeconds(reply) };
}

/** Why sending stopped: a person of the staff must start the tablet again, or it is tried later, not before these seconds. */
export type Stop = 'staff' | { afterSeconds: number };

/** Batches of ids still to be sent in this round, what happened to the first of them, and whether to go on. */
export type Step = {
	batches: string[][];
	acknowledged: Acknowledgement[];
	needsHelp: string[];
	stop?: Stop;
};

/**
 * What to do after the first of the batches got its reply. An id that the reply does not name stays where it is:
 * only an acknowledgement removes an answer from a device.
 */
export function next([sent = [], ...rest]: string[][], meant: Meaning): Step {
	const nothing = { acknowledged: [], needsHelp: [] };
	if (meant.kind === 'staff') return { ...nothing, batches: [], stop: 'staff' };
	if (meant.kind === 'later') {
		return { ...nothing, batches: [], stop: { afterSeconds: meant.afterSeconds } };
	}
	if (meant.kind === 'acknowledged') {
		const acknowledged = meant.acknowledgements.filter(({ id }) => sent.includes(id));
		return { batches: rest, acknowledged, needsHelp: [] };
	}
	if (sent.length <= 1) return { batches: rest, acknowledged: [], needsHelp: sent };
	if (meant.kind === 'malformed') return { ...nothing, batches: [...inBatches(sent, 1), ...rest] };
	const half = Math.ceil(sent.length / 2);
	return { ...nothing, batches: inBatches([...sent, ...rest.flat()], half) };
}

export function inBatches(ids: string[], size: number): string[][] {
	const batches: string[][] = [];
	for (let at = 0; at < ids.length; at += size) batches.push(ids.slice(at, at + size));
	return batches;
}

/**
 * 1, 2, 4 … 300 seconds, less up to a half by chance, so that a thousand devices do not return in the same second.
 * @param failures how many times in a row sending has failed, from 1.
 * @param random in [0, 1)
 */
export const backoffSeconds = (failures: number, random: number): number =>
	Math.min(BACKOFF_MAX_SECONDS, 2 ** (failures - 1)) * (1 - random / 2);

/** A date is held against the reply's own `Date`: the device's clock may be a year wrong. */
function retryAfterSeconds({ retryAfter, date }: Reply): number {
	if (!retryAfter) return 0;
	const seconds = /^\d+$/.test(retryAfter)
		? Number(retryAfter)
		: (Date.parse(retryAfter) - Date.parse(date ?? '')) / 1000;
	return Number.isNaN(seconds) ? 0 : Math.min(RETRY_AFTER_MAX_SECONDS, Math.max(0, seconds));
}
