import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { dues, type Due } from '../../interviews/dues.ts';
import { InterviewKind, INTERVIEWERS } from '../../interviews/kind.ts';
import type { Plan } from '../../plan/plan.ts';
import { immediately, type Db } from '../core/database.ts';
import * as users from '../staff/users.ts';
import type { Outcome } from '../../outcome.ts';

export type CourseRole = (typeof INTERVIEWERS)[number];
export type Participant = { id: string; name: string; role: CourseRole };

/** What a leader decides when a course begins. */
export const Begun = z.strictObject({
	kind: z.string(),
	name: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
	wanted: z.int().check(z.gte(1), z.lte(100)),
	dueOn: z.iso.date(),
	participants: z.array(z.string()).check(z.minLength(1))
});
export type Begun = z.infer<typeof Begun>;

export const JOURNAL = ['filed', 'not-filed'] as const;
export type Journal = (typeof JOURNAL)[number];

export type Course = {
	id: string;
	kind: InterviewKind;
	name: string;
	wanted: number;
	dueOn: Day;
	begunOn: Day;
	cancelled: { on: Day; because: string } | undefined;
	journal: { decision: Journal; on: Day } | undefined;
	participants: Participant[];
};
type Refusal = 'unknown-kind' | 'chair-and-leader' | 'unknown-course' | 'cancelled';

/**
 * Begins an interview course. Chair and leader both take part, whoever holds the talks: the draw needs a number of each.
 * The kind is kept as the plan has it now.
 */
export function begin(
	db: Db,
	plan: Plan,
	begun: Begun,
	today: Day
): Outcome<Refusal, { id: string }> {
	const kind = plan.interviews?.kinds.find(({ id }) => id === begun.kind);
	if (!kind) return { ok: false, reason: 'unknown-kind' };
	return immediately(db, () => {
		const chosen = participantsOf(db, begun.participants);
		if (!chosen) return { ok: false, reason: 'chair-and-leader' };
		const id = randomUUID();
		db.prepare(
			`insert into interview_course (id, kind, content, name, wanted, due_on, begun_on)
			 values (?, ?, ?, ?, ?, ?, ?)`
		).run(id, kind.id, JSON.stringify(kind), begun.name, begun.wanted, begun.dueOn, today);
		writeParticipants(db, id, chosen);
		return { ok: true, id };
	});
}

/** A new chair or leader steps in. Who steps out no longer reads the notes. */
export const setParticipants = (db: Db, id: string, userIds: string[]): Outcome<Refusal> =>
	immediately(db, () => {
		const course = find(db, id);
		if (!course) return { ok: false, reason: 'unknown-course' };
		if (course.cancelled) return { ok: false, reason: 'cancelled' };
		const chosen = participantsOf(db, userIds);
		if (!chosen) return { ok: false, reason: 'chair-and-leader' };
		db.prepare('delete from interview_participant where course = ?').run(id);
		writeParticipants(db, id, chosen);
		return { ok: true };
	});

/** A course that is given up stays in the list, with its reason; its notes are erased by the same rule as others. */
export function cancel(db: Db, id: string, because: string, today: Day): boolean {
	return (
		db
			.prepare(
				`update interview_course set cancelled_on = ?, cancelled_because = ?
				 where id = ? and cancelled_on is null`
			)
			.run(today, because, id).changes === 1
	);
}

/** Whether the notes have been filed in the municipality's own archive, or are not to be. Said once. */
export const decideJournal = (db: Db, id: string, decision: Journal, today: Day): boolean =>
	db
		.prepare(
			'update interview_course set journal = ?, journal_on = ? where id = ? and journal is null'
		)
		.run(decision, today, id).changes === 1;

/** Newest first. */
export const list = (db: Db): Course[] =>
	db
		.prepare<[], Row>('select * from interview_course order by due_on desc, begun_on desc, id')
		.all()
		.map((row) => courseOf(db, row));

export function find(db: Db, id: string): Course | undefined {
	const row = db.prepare<[string], Row>('select * from interview_course where id = ?').get(id);
	return row && courseOf(db, row);
}

/** As what someone takes part, if they do. */
export const roleIn = (course: Course, user: string): CourseRole | undefined =>
	course.participants.find(({ id }) => id === user)?.role;

/** Those who may hold the talks, and so read the notes. */
export const interviewers = (course: Course): Participant[] =>
	course.participants.filter(({ role }) => course.kind.interviewers.includes(role));

export const isInterviewer = (course: Course, user: string): boolean =>
	interviewers(course).some(({ id }) => id === user);

/** What is due within a year, and the course that was begun for it, if one was. */
export function calendar(
	db: Db,
	plan: Plan,
	today: Day
): (Due & { name: string; course?: Course })[] {
	const courses = list(db).filter(({ cancelled }) => !cancelled);
	const kinds = plan.interviews?.kinds ?? [];
	return dues(kinds, today).map((due) => ({
		...due,
		name: kinds.find(({ id }) => id === due.kind)?.name.da ?? due.kind,
		course: courses.find(({ kind, dueOn }) => kind.id === due.kind && dueOn === due.dueOn)
	}));
}

/** Everyone who could take part, by name. */
export const candidates = (db: Db): Participant[] =>
	users
		.list(db)
		.filter(({ active }) => active)
		.flatMap(({ id, name, roles }) => {
			const role = INTERVIEWERS.find((each) => roles.includes(each));
			return role ? [{ id, name, role }] : [];
		});

type Row = {
	id: string;
	content: string;
	name: string;
	wanted: number;
	due_on: Day;
	begun_on: Day;
	cancelled_on: Day | null;
	cancelled_because: string | null;
	journal: Journal | null;
	journal_on: Day | null;
};

const courseOf = (db: Db, row: Row): Course => ({
	id: row.id,
	kind: InterviewKind.parse(JSON.parse(row.content)),
	name: row.name,
	wanted: row.wanted,
	dueOn: row.due_on,
	begunOn: row.begun_on,
	cancelled:
		row.cancelled_on === null
			? undefined
			: { on: row.cancelled_on, because: row.cancelled_because ?? '' },
	journal:
		row.journal === null
			? undefined
			: { decision: row.journal, on: row.journal_on ?? row.begun_on },
	participants: db
		.prepare<[string], Participant>(
			`select user as id, user.name as name, role from interview_participant
			 join user on user.id = interview_participant.user where course = ? order by role, name`
		)
		.all(row.id)
});

/** Undefined when one of them may not take part, or one of the two roles is missing. */
function participantsOf(db: Db, ids: string[]): Participant[] | undefined {
	const able = candidates(db);
	const chosen = [...new Set(ids)].map((id) => able.find((each) => each.id === id));
	const complete = INTERVIEWERS.every((role) => chosen.some((each) => each?.role === role));
	return complete && chosen.every((each) => each !== undefined) ? chosen : undefined;
}

function writeParticipants(db: Db, course: string, participants: Participant[]): void {
	const insert = db.prepare(
		'insert into interview_participant (course, user, role) values (?, ?, ?)'
	);
	for (const { id, role } of participants) insert.run(course, id, role);
}
