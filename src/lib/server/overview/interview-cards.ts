import { addMonths, monthOf, type Day } from '../../calendar.ts';
import { inWords } from '../../i18n/days.ts';
import { isOpen } from '../../interviews/review.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as courses from '../interviews/courses.ts';
import * as draw from '../interviews/draw.ts';
import * as material from '../interviews/material.ts';
import type { Card } from './card.ts';
import { actionsFor, mayRead, type Reviewer } from '../interviews/reviewers.ts';
import type { Staff } from '../staff/session.ts';
import * as settings from '../core/settings.ts';
import * as summaries from '../interviews/summaries.ts';

/** A course should be begun this long before it is due. */
const BEGIN_MONTHS_BEFORE = 2;

/** The most urgent thing about interviews: a number to type, a course to begin, a decision to make. */
export function interviewsCard(db: Db, staff: Staff, today: Day, plan: Plan): Card | undefined {
	const due = courses.calendar(db, plan, today);
	if (due.length === 0) return undefined;
	const soon = addMonths(monthOf(today), BEGIN_MONTHS_BEFORE);
	const numbers = courses.list(db).filter((course) => awaitsNumberOf(db, course, staff.id)).length;
	const late = staff.roles.includes('leader')
		? due.filter(({ dueOn, course }) => !course && monthOf(dueOn) < soon).length
		: 0;
	const decisions =
		settings.notesAwaitJournal(db) && staff.roles.includes('leader')
			? courses.list(db).filter((course) => isSeenWithoutJournal(db, course)).length
			: 0;
	const [what, n] = numbers
		? (['number', numbers] as const)
		: late
			? (['late', late] as const)
			: (['decision', decisions] as const);
	const next = due[0];
	return {
		card: 'interviews',
		to: '/interviewforloeb',
		values: {
			name: next?.name ?? '',
			due: next ? inWords(next.dueOn, 'da') : '',
			what: n > 0 ? what : 'none',
			n
		},
		waits: n > 0
	};
}

/** Summaries on their way, and those of them that this person can move on. */
export function reviewCard(db: Db, staff: Staff): Card | undefined {
	const by: Reviewer = { user: staff.id, roles: staff.roles };
	const open = summaries.list(db).filter(({ state }) => isOpen(state));
	const readable = open.filter((summary) => mayRead(db, summary, by));
	const mine = readable.filter((summary) => awaits(db, summary, by)).length;
	if (readable.length === 0) return undefined;
	return {
		card: 'review',
		to: '/gennemsyn',
		values: { open: readable.length, mine },
		waits: mine > 0
	};
}

/** Seen summaries that are in no quarter's material yet. */
export function materialCard(db: Db, staff: Staff): Card | undefined {
	const n = material.waiting(db).length;
	if (n === 0) return undefined;
	const waits = staff.roles.some((role) => role === 'chair' || role === 'secretary');
	return { card: 'material', to: '/kvartalsmateriale', values: { n }, waits };
}

/** Whether it is this person's turn: to mend, to review or to confirm. A draft that nobody has sent waits for no one. */
export function awaits(db: Db, summary: summaries.Summary, by: Reviewer): boolean {
	const actions = actionsFor(db, summary, by);
	// Back with who wrote it. The chair who took part could write too, and waits.
	if (summary.state === 'returned')
		return actions.has('send') && summaries.authors(db, summary.id).includes(by.user);
	return actions.has('mark-seen') || actions.has('confirm');
}

function awaitsNumberOf(db: Db, course: courses.Course, user: string): boolean {
	const role = courses.roleIn(course, user);
	const found = role && !course.cancelled ? draw.find(db, course.id) : undefined;
	return found !== undefined && !found.seed && !found.typed.some((each) => each.role === role);
}

const isSeenWithoutJournal = (db: Db, course: courses.Course): boolean =>
	!course.journal &&
	summaries
		.list(db)
		.some((each) => each.course === course.id && !isOpen(each.state) && each.state !== 'withdrawn');
