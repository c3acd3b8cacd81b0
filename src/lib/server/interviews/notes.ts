import { removeIdentifiers } from '../../identifiers.ts';
import { merge, NO_NOTE, type Note, type Writing } from '../../interviews/notes/notes.ts';
import { immediately, type Db } from '../core/database.ts';
import * as courses from './courses.ts';
import * as interviews from './interviews.ts';
import type { Outcome } from '../../outcome.ts';

/** Stands between two texts that were written on two devices at once. */
export const BETWEEN = '[Skrevet på en anden enhed:]';

export type KeptNote = Note & { author: string; name: string; question: string };
/** What the page must know after a sending; `text` where the kept text is another than the one it sent. */
export type Receipt = { question: string; revision: number; text?: string };
type Refusal = 'unknown-interview' | 'not-holder' | 'erased';

/** Keeps what one of the interviewers has written. Numbers and addresses that name a person never get into the file. */
export function keep(
	db: Db,
	author: string,
	writing: Writing
): Outcome<Refusal, { receipts: Receipt[] }> {
	return immediately(db, () => {
		const interview = interviews.find(db, writing.interview);
		if (!interview) return { ok: false, reason: 'unknown-interview' };
		if (!interviews.isHolder(interview, author)) return { ok: false, reason: 'not-holder' };
		if (interview.notesErasedOn) return { ok: false, reason: 'erased' };
		const asked = courses.find(db, interview.course)?.kind.questions.map(({ id }) => id) ?? [];
		const receipts = writing.notes
			.filter(({ question }) => asked.includes(question))
			.map((sent) => keepOne(db, author, writing, sent));
		return { ok: true, receipts };
	});
}

function keepOne(
	db: Db,
	author: string,
	{ interview, writer, turn }: Writing,
	sent: Writing['notes'][number]
): Receipt {
	const text = removeIdentifiers(sent.text);
	const kept = noteOf(db, interview, author, sent.question);
	const merged = merge(kept, { writer, turn, base: sent.base, text }, BETWEEN);
	if (merged !== kept && (merged.revision > 0 || kept.revision > 0)) {
		db.prepare(
			`insert or replace into interview_note (interview, author, question, text, revision, writer, turn)
			 values (?, ?, ?, ?, ?, ?, ?)`
		).run(
			interview,
			author,
			sent.question,
			merged.text,
			merged.revision,
			merged.writer,
			merged.turn
		);
	}
	const isOther = merged.text !== text;
	return {
		question: sent.question,
		revision: merged.revision,
		...(isOther && { text: merged.text })
	};
}

/** Everything that was noted, by question and then by author. Ask `mayReadNotes` first. */
export const read = (db: Db, interview: string): KeptNote[] =>
	db
		.prepare<[string], KeptNote>(
			`select author, user.name as name, question, text, revision, writer, turn from interview_note
			 join user on user.id = author where interview = ? order by question, name`
		)
		.all(interview);

const noteOf = (db: Db, interview: string, author: string, question: string): Note =>
	db
		.prepare<[string, string, string], Note>(
			`select text, revision, writer, turn from interview_note
			 where interview = ? and author = ? and question = ?`
		)
		.get(interview, author, question) ?? NO_NOTE;
