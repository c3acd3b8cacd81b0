import { createHmac, randomBytes } from 'node:crypto';
import type { Submission } from '../../survey/submission.ts';
import { environment } from '../core/environment.ts';
import * as throttle from '../core/limits/throttle.ts';
import type { Reply } from './commit.ts';

/** Whoever sends without a grant: nobody knows who it is, only from which network, and to which municipality. */
export type Stranger = { network: string; place: string };

type Doubtful = 'wrong-codes' | 'noes-by-code' | 'open-answers';

/**
 * What a stranger may still send. A try is taken for each before any of it is counted, as many at once would else all find
 * room. Only what could go on without end is held off: answers by code while too many codes were wrong, noes by code (see
 * `commit.ts`), and answers to the open link when a day has had more of them than a year should bring.
 *
 * @returns `held`: what may come again after `wait` seconds, or when what is under way has given its tries back
 */
export function letThrough(
	submissions: readonly Submission[],
	stranger: Stranger | undefined
): { through: Submission[]; held: Submission[]; wait: number } {
	const waits = submissions.map((each) => takeFor(each, stranger));
	const held = submissions.filter((_, at) => waits[at] !== 0);
	return {
		through: submissions.filter((_, at) => waits[at] === 0),
		held,
		wait: held.length > 0 ? Math.min(...waits.filter((wait) => wait > 0)) : 0
	};
}

/** What is being counted now, by who sent it: right codes give their tries back when it is done. */
const underway = new Map<string, Set<Promise<unknown>>>();
const keyOf = ({ network, place }: Stranger): string => `${place} ${network}`;

/** Does work whose outcome tells which tries are given back. */
export async function doing<T>(stranger: Stranger | undefined, work: () => Promise<T>): Promise<T> {
	if (!stranger) return work();
	const key = keyOf(stranger);
	const all = underway.get(key) ?? new Set<Promise<unknown>>();
	underway.set(key, all);
	const done = work();
	const over = done.catch(() => undefined);
	all.add(over);
	try {
		return await done;
	} finally {
		all.delete(over);
		if (all.size === 0) underway.delete(key);
	}
}

/** Waits for something of the same sender's that is being counted. @returns false where nothing is */
export async function somethingIsDone(stranger: Stranger | undefined): Promise<boolean> {
	const all = stranger && underway.get(keyOf(stranger));
	if (!all) return false;
	await Promise.race(all);
	return true;
}

/** Gives back what did not go wrong, or was not counted: `replies` are those to what was let through, in its order. */
export function settle(
	through: readonly Submission[],
	replies: readonly Reply[],
	stranger: Stranger | undefined
): void {
	if (!stranger) return;
	through.forEach((each, at) =>
		doubtsOf(each)
			.filter((doubt) => !isUsedUp(doubt, replies[at], each, stranger))
			.forEach((doubt) => throttle.giveBack(doubt, stranger.network, where(doubt, stranger)))
	);
}

/** @returns the seconds to wait; then nothing is taken */
function takeFor(submission: Submission, stranger: Stranger | undefined): number {
	if (!stranger) return 0;
	const taken: Doubtful[] = [];
	for (const doubt of doubtsOf(submission)) {
		const wait = throttle.take(doubt, stranger.network, where(doubt, stranger));
		if (wait > 0) {
			taken.forEach((each) => throttle.giveBack(each, stranger.network, where(each, stranger)));
			return wait;
		}
		taken.push(doubt);
	}
	return 0;
}

function doubtsOf({ channel, outcome }: Submission): Doubtful[] {
	if (channel === 'open') return ['open-answers'];
	if (channel !== 'code') return [];
	return outcome === 'declined' ? ['wrong-codes', 'noes-by-code'] : ['wrong-codes'];
}

function isUsedUp(
	doubt: Doubtful,
	reply: Reply,
	{ code = '' }: Submission,
	stranger: Stranger
): boolean {
	if (reply === 'strange') return doubt === 'wrong-codes' && isNew(code, stranger);
	return doubt === 'wrong-codes'
		? reply?.outcome === 'not-counted' && reply.reason === 'code-unknown'
		: reply?.outcome === 'counted';
}

/**
 * Codes that a file put back from an older copy does not know, by who sent them. Their devices come again and again with the same
 * one, which tells them nothing new and costs no more than the first time; whoever tries many pays for each.
 */
const strange = new Set<string>();
const STRANGE_MAX = 10_000;
/** Of this process alone: what was tried is not to be read from its memory either. */
const secret = randomBytes(32);

function isNew(code: string, { network, place }: Stranger): boolean {
	const name = createHmac('sha256', secret).update(`${place} ${network} ${code}`).digest('base64');
	const wasKnown = strange.delete(name);
	const [oldest] = strange.size >= STRANGE_MAX ? strange : [];
	if (oldest !== undefined) strange.delete(oldest);
	strange.add(name);
	return !wasKnown;
}

const where = (doubt: Doubtful, { place }: Stranger): throttle.Where =>
	doubt === 'open-answers' ? { place, total: environment().OPEN_ANSWERS_PER_DAY } : { place };
