import {
	ACTIONS,
	isReadableBy,
	next,
	type Action,
	type Actor,
	type Part
} from '../../interviews/review.ts';
import type { Db } from '../core/database.ts';
import * as courses from './courses.ts';
import * as interviews from './interviews.ts';
import * as summaries from './summaries.ts';
import type { Summary } from './summaries.ts';

/** Someone of the staff, as the review knows them. */
export type Reviewer = { user: string; roles: readonly Actor['role'][] };

/** What someone can do with a summary now. */
export const actionsFor = (db: Db, summary: Summary, by: Reviewer): Set<Action> =>
	new Set(
		ACTIONS.filter((action) =>
			actors(db, summary, by).some((actor) => next(summary.state, action, actor) !== undefined)
		)
	);

/** Whether someone may read a summary as it stands now. */
export const mayRead = (db: Db, summary: Summary, by: Reviewer): boolean =>
	actors(db, summary, by).some((actor) => isReadableBy(summary.state, actor));

/** Whether someone may also read earlier versions and remarks: those of the review, not everyone who reads what was seen. */
export const mayReadHistory = (db: Db, summary: Summary, by: Reviewer): boolean =>
	summary.state !== 'withdrawn' &&
	actors(db, summary, by).some((actor) => isReadableBy('sent', actor));

/** What the table of the review asks: with which role, and which part in it. */
export function actors(db: Db, summary: Summary, by: Reviewer): Actor[] {
	const part = partOf(db, summary, by);
	return by.roles.map((role) => ({ role, part }));
}

/** The strongest part that someone has: wrote it, sat at the table, or stands in where nobody else did. */
function partOf(db: Db, summary: Summary, { user, roles }: Reviewer): Part {
	if (summaries.authors(db, summary.id).includes(user)) return 'wrote';
	const course = courses.find(db, summary.course);
	if (!course) return 'none';
	const held = interviews
		.list(db, summary.course)
		.filter(({ id }) => summary.interview === null || id === summary.interview);
	const holders = new Set(held.flatMap((each) => each.holders.map(({ id }) => id)));
	if (holders.has(user)) return 'took-part';
	// Before the first interview is held, those who are to hold them can prepare the course's summary.
	if (holders.size === 0 && courses.isInterviewer(course, user)) return 'took-part';
	const others = course.participants.filter(({ id, role }) => role === 'leader' && holders.has(id));
	return others.length === 0 && roles.includes('leader') ? 'stand-in' : 'none';
}
