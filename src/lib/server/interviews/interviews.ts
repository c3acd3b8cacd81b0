import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { immediately, type Db } from '../core/database.ts';
import * as courses from './courses.ts';
import * as people from './people.ts';
import type { Outcome } from '../../outcome.ts';

/** Said and ticked before the first question. */
export const Consent = z.strictObject({
	language: z.string().check(z.minLength(2), z.maxLength(3)),
	/** The words that were read out and that the citizen said yes to: all of them, or there is no interview. */
	agreed: z.array(z.string()),
	/** Who sits at the table. */
	holders: z.array(z.string()).check(z.minLength(1))
});
export type Consent = z.infer<typeof Consent>;

export type Interview = {
	id: string;
	course: string;
	number: number;
	language: string;
	consentedOn: Day;
	heldOn: Day | null;
	/** The citizen has changed their mind: nothing of what they said is left. */
	isWithdrawn: boolean;
	notesErasedOn: Day | null;
	holders: { id: string; name: string }[];
};
type Refusal =
	'unknown-course' | 'not-agreed' | 'not-interviewer' | 'not-yes' | 'begun-already' | 'ended';

/** Begins the interview of someone who has said yes, once the words of consent are read out and agreed to. */
export function begin(
	db: Db,
	{ course: id, number }: { course: string; number: number },
	{ language, agreed, holders }: Consent,
	today: Day
): Outcome<Refusal, { id: string }> {
	return immediately(db, () => {
		const course = courses.find(db, id);
		if (!course || course.cancelled) return { ok: false, reason: 'unknown-course' };
		const person = people.list(db, id).find((each) => each.number === number);
		if (person?.standing !== 'yes') return { ok: false, reason: 'not-yes' };
		if (find(db, ofPerson(db, id, number) ?? '')) return { ok: false, reason: 'begun-already' };
		if (!course.kind.consent.every((words) => agreed.includes(words.id))) {
			return { ok: false, reason: 'not-agreed' };
		}
		if (!holders.every((holder) => courses.isInterviewer(course, holder))) {
			return { ok: false, reason: 'not-interviewer' };
		}
		const interview = randomUUID();
		db.prepare(
			'insert into interview (id, course, number, language, consented_on) values (?, ?, ?, ?, ?)'
		).run(interview, id, number, language, today);
		const hold = db.prepare('insert into interview_holder (interview, user) values (?, ?)');
		for (const holder of new Set(holders)) hold.run(interview, holder);
		return { ok: true, id: interview };
	});
}

/** The talk is over. Notes can still be tidied until they are erased. */
export function hold(db: Db, id: string, user: string, today: Day): Outcome<Refusal> {
	return immediately(db, () => {
		const interview = find(db, id);
		if (!interview || interview.isWithdrawn) return { ok: false, reason: 'ended' };
		const { course, number } = interview;
		if (!people.note(db, course, { number, note: 'hold', user }).ok) {
			return { ok: false, reason: 'ended' };
		}
		db.prepare('update interview set held_on = ? where id = ?').run(today, id);
		return { ok: true };
	});
}

export function find(db: Db, id: string): Interview | undefined {
	const row = db.prepare<[string], Row>(`${SELECT} where interview.id = ?`).get(id);
	return row && interviewOf(db, row);
}

/** In the order in which the citizens were drawn. */
export const list = (db: Db, course: string): Interview[] =>
	db
		.prepare<[string], Row>(`${SELECT} where course = ? order by number`)
		.all(course)
		.map((row) => interviewOf(db, row));

export const isHolder = ({ holders }: Interview, user: string): boolean =>
	holders.some(({ id }) => id === user);

/**
 * Whether someone may read the raw notes: they sat at the table, or they interview in the same course and write its summary.
 */
export function mayReadNotes(db: Db, interview: Interview, user: string): boolean {
	const course = courses.find(db, interview.course);
	return course !== undefined && courses.isInterviewer(course, user);
}

type Row = {
	id: string;
	course: string;
	number: number;
	language: string;
	consented_on: Day;
	held_on: Day | null;
	ended: string | null;
	notes_erased_on: Day | null;
};
const SELECT =
	'select id, course, number, language, consented_on, held_on, ended, notes_erased_on from interview';

const interviewOf = (db: Db, row: Row): Interview => ({
	id: row.id,
	course: row.course,
	number: row.number,
	language: row.language,
	consentedOn: row.consented_on,
	heldOn: row.held_on,
	isWithdrawn: row.ended === 'withdrawn',
	notesErasedOn: row.notes_erased_on,
	holders: db
		.prepare<[string], { id: string; name: string }>(
			`select user as id, user.name as name from interview_holder
			 join user on user.id = interview_holder.user where interview = ? order by name`
		)
		.all(row.id)
});

const ofPerson = (db: Db, course: string, number: number): string | undefined =>
	db
		.prepare<[string, number], string>('select id from interview where course = ? and number = ?')
		.pluck()
		.get(course, number);
