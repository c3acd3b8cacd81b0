import { randomUUID } from 'node:crypto';
import type { Coding, Passage } from '../../interviews/passages.ts';
import { span } from '../../interviews/text.ts';
import { immediately, type Db } from '../core/database.ts';
import * as interviews from './interviews.ts';
import * as notes from './notes.ts';
import type { Outcome } from '../../outcome.ts';

type Refusal = 'nothing-marked' | 'erased' | 'unknown-passage' | 'no-wording';

/** Codes the sentences that are marked in one note, from the first of them to the last. */
export function add(
	db: Db,
	interview: string,
	{ author, question, marked }: { author: string; question: string; marked: number[] },
	coding: Coding
): Outcome<Refusal> {
	return immediately(db, () => {
		if (interviews.find(db, interview)?.notesErasedOn !== null) {
			return { ok: false, reason: 'erased' };
		}
		const note = notes
			.read(db, interview)
			.find((each) => each.author === author && each.question === question);
		const piece = note && span(note.text, marked);
		if (!note || !piece) return { ok: false, reason: 'nothing-marked' };
		db.prepare(
			`insert into passage (id, interview, author, question, start_at, end_at, text, promise, tone, quote, wording)
			 values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
		).run(
			randomUUID(),
			interview,
			author,
			question,
			piece.start,
			piece.end,
			note.text.slice(piece.start, piece.end),
			coding.promise,
			coding.tone,
			coding.quote,
			coding.wording
		);
		return { ok: true };
	});
}

export function change(db: Db, interview: string, id: string, coding: Coding): Outcome<Refusal> {
	if (interviews.find(db, interview)?.notesErasedOn !== null) {
		return { ok: false, reason: 'erased' };
	}
	const { changes } = db
		.prepare(
			'update passage set promise = ?, tone = ?, quote = ?, wording = ? where id = ? and interview = ?'
		)
		.run(coding.promise, coding.tone, coding.quote, coding.wording, id, interview);
	return changes === 1 ? { ok: true } : { ok: false, reason: 'unknown-passage' };
}

export const remove = (db: Db, interview: string, id: string): boolean =>
	db.prepare('delete from passage where id = ? and interview = ?').run(id, interview).changes === 1;

/** In the order of the notes. */
export const list = (db: Db, interview: string): Passage[] =>
	db
		.prepare<[string], Passage>(
			`${SELECT} where interview = ? order by question, author, start_at, end_at, id`
		)
		.all(interview);

/** Of every interview of a course. */
export const ofCourse = (db: Db, course: string): Passage[] =>
	db
		.prepare<[string], Passage>(
			`${SELECT} where interview in (select id from interview where course = ?)
			 order by promise, tone, id`
		)
		.all(course);

const SELECT = `select id, interview, author, question, start_at as "start", end_at as "end", text, promise, tone, quote,
	wording from passage`;
