import type { Day } from '../../calendar.ts';
import type { Acknowledgement } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import * as intake from './intake.ts';
import * as quarantine from './quarantine.ts';
import { openAll } from './admission.ts';

/**
 * Tries the quarantine again, as after a mended fault or a restored key. What is counted, or known already, leaves it; the
 * rest waits out its days.
 */
export async function retryQuarantine(
	db: Db,
	keysFolder: string,
	today: Day
): Promise<{ tried: number; settled: Acknowledgement[] }> {
	const waiting = quarantine.list(db);
	const opened = await Promise.all(
		waiting.map(({ envelope, grant }) => openAll(db, keysFolder, [envelope], { grant, today }))
	).then((each) => each.flat());
	const submissions = opened.flatMap((each) => (each.ok ? [each.submission] : []));
	const replies = await intake.count(db, keysFolder, submissions, today);
	const settled = replies.filter((reply) => reply !== undefined);
	for (const { id } of settled) quarantine.remove(db, id);
	return { tried: waiting.length, settled };
}
