import type { Acknowledgement, Submission } from '../../survey/submission.ts';
import { environment } from '../core/environment.ts';
import * as throttle from '../core/limits/throttle.ts';

/** Whoever sends without a grant: nobody knows who it is, only from which network, and to which municipality. */
export type Stranger = { network: string; place: string };

type Doubtful = 'wrong-codes' | 'noes-by-code' | 'open-answers';

/**
 * What a stranger may still send. A try is taken for each before any of it is counted, as many at once would else all find
 * room. Only what could go on without end is held off: answers by code while too many codes were wrong, noes by code (see
 * `commit.ts`), and answers to the open link when a day has had more of them than a year should bring.
 *
 * @returns `wait`: the seconds until one that was held off may come again, 0 when none was
 */
export function letThrough(
	submissions: readonly Submission[],
	stranger: Stranger | undefined
): { through: Submission[]; wait: number } {
	const waits = submissions.map((each) => takeFor(each, stranger));
	const held = waits.filter((wait) => wait > 0);
	return {
		through: submissions.filter((_, at) => waits[at] === 0),
		wait: held.length > 0 ? Math.min(...held) : 0
	};
}

/** Gives back what did not go wrong, or was not counted: `replies` are those to what was let through, in its order. */
export function settle(
	through: readonly Submission[],
	replies: readonly (Acknowledgement | undefined)[],
	stranger: Stranger | undefined
): void {
	if (!stranger) return;
	through.forEach((each, at) =>
		doubtsOf(each)
			.filter((doubt) => !isUsedUp(doubt, replies[at]))
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

const isUsedUp = (doubt: Doubtful, reply: Acknowledgement | undefined): boolean =>
	doubt === 'wrong-codes'
		? reply?.outcome === 'not-counted' && reply.reason === 'code-unknown'
		: reply?.outcome === 'counted';

const where = (doubt: Doubtful, { place }: Stranger): throttle.Where =>
	doubt === 'open-answers' ? { place, total: environment().OPEN_ANSWERS_PER_DAY } : { place };
