import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import type { Outcome } from '../../outcome.ts';
import { immediately, type Db } from '../core/database.ts';
import { TEXT_MAX, versions, type By } from './reports.ts';

export const Decision = z.strictObject({
	meetingOn: z.iso.date(),
	item: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
	decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(TEXT_MAX))
});
export type Decision = z.infer<typeof Decision>;
export type KeptDecision = Decision & {
	n: number;
	version: number;
	name: string;
	role: string;
	day: Day;
};

/**
 * What the committee decided about the version that it had: the newest that was released by the day of its meeting. Written again it
 * is a correction, and both stay.
 */
export function decide(
	db: Db,
	quarter: string,
	decision: Decision,
	{ user, today, role }: By & { role: 'chair' | 'secretary' }
): Outcome<'not-released' | 'before-release'> {
	return immediately(db, () => {
		const released = versions(db, quarter).filter(({ releasedOn }) => releasedOn !== null);
		if (released.length === 0) return { ok: false, reason: 'not-released' };
		const had = released.findLast(({ releasedOn }) => (releasedOn ?? '') <= decision.meetingOn);
		if (!had || decision.meetingOn > today) return { ok: false, reason: 'before-release' };
		db.prepare(
			`insert into report_decision (quarter, n, version, meeting_on, item, decision, user, role, day)
			 select ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ? from report_decision where quarter = ?`
		).run(
			quarter,
			had.version,
			decision.meetingOn,
			decision.item,
			decision.decision,
			user,
			role,
			today,
			quarter
		);
		return { ok: true };
	});
}

/** Oldest first: the last is the one that counts. */
export const decisions = (db: Db, quarter: string): KeptDecision[] =>
	db
		.prepare<[string], KeptDecision>(
			`select n, version, meeting_on as meetingOn, item, decision, user.name as name, role, day
			 from report_decision join user on user.id = report_decision.user where quarter = ? order by n`
		)
		.all(quarter);
