import type { Day } from '../../calendar.ts';
import { Submission, type NotCountedReason } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import * as intake from './intake.ts';
import { admit } from './admission.ts';
import type { KeptRound } from '../rounds/rounds.ts';
import { troubleOf } from '../core/trouble.ts';
import type { Stranger } from './strangers.ts';

export type Sent =
	/** `isAgain`: this form had been sent before, and what was sent first is what counts. */
	| { ok: true; isAgain: boolean }
	| {
			ok: false;
			status: 400 | 409 | 503;
			reason: NotCountedReason | 'unreadable' | 'unavailable';
	  }
	/** It may come again after `wait` seconds. */
	| { ok: false; status: 429; reason: 'held'; wait: number };

type Place = { db: Db; keysFolder: string; kept: KeptRound; today: Day };

/** Counts an answer that came as a plain form, unsealed, from a browser without JavaScript. */
export async function count(
	{ db, keysFolder, kept, today }: Place,
	filledIn: Submission,
	stranger: Stranger
): Promise<Sent> {
	const parsed = Submission.safeParse(filledIn);
	const admitted = parsed.success ? admit(parsed.data, kept, undefined) : undefined;
	if (!admitted) return { ok: false, status: 400, reason: 'unreadable' };
	try {
		const { counted, wait } = await intake.countFrom(db, keysFolder, [admitted], {
			stranger,
			today
		});
		if (wait > 0) return { ok: false, status: 429, reason: 'held', wait };
		const [reply] = counted;
		if (!reply) return { ok: false, status: 503, reason: 'unavailable' };
		if (reply.outcome === 'counted') return { ok: true, isAgain: false };
		if (reply.outcome === 'already-counted') return { ok: true, isAgain: true };
		if (reply.outcome !== 'not-counted') return { ok: false, status: 400, reason: 'unreadable' };
		return { ok: false, status: 409, reason: reply.reason };
	} catch (problem) {
		if (!troubleOf(problem)) throw problem;
		return { ok: false, status: 503, reason: 'unavailable' };
	}
}
