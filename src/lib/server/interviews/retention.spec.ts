import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDays } from '../../calendar.ts';
import {
	begun,
	drawn,
	held,
	ok,
	sent,
	staffed,
	TEXT,
	TODAY
} from '../../../../tests/support/interviews.ts';
import * as audit from '../core/audit.ts';
import * as daily from '../daily.ts';
import type { Db } from '../core/database.ts';
import * as courses from './courses.ts';
import * as notes from './notes.ts';
import * as passages from './passages.ts';
import { withdraw } from './withdrawal.ts';
import * as interviews from './interviews.ts';
import * as people from './people.ts';
import { UNSEEN_NOTES_DAYS } from './retention.ts';
import * as review from './review.ts';
import * as settings from '../core/settings.ts';
import * as summaries from './summaries.ts';

const NOTE = 'Zyzzyva lyttede. Vaskebjørnen var svær. Quetzal blev klogere.';

function place() {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-interviews-'));
	const path = join(folder, 'live.sqlite');
	const { db, cast } = staffed(path);
	const course = begun(db, cast);
	drawn(db, cast, course);
	const interview = held(db, cast, course, { holders: [cast.leader], text: NOTE });
	const code = (marked: number, quote: 'verbatim' | 'own-words' | 'no', wording = '') =>
		ok(
			passages.add(
				db,
				interview,
				{ author: cast.leader.user, question: 'works', marked: [marked] },
				{ promise: 'listen', tone: 'works', quote, wording }
			)
		);
	code(0, 'own-words', 'Medarbejderen lyttede');
	code(1, 'no', 'Okapi');
	code(2, 'verbatim');
	const turn = (day: string) => daily.turn(db, join(folder, 'keys'), day);
	/** The file and its log, as somebody who copies them would read them. */
	const bytes = () =>
		Buffer.concat([path, `${path}-wal`].map((each) => readFileSync(each))).toString('latin1');
	return { db, cast, course, interview, turn, bytes };
}
const texts = (db: Db, interview: string) =>
	passages.list(db, interview).map(({ quote, text, wording }) => [quote, text, wording]);

it('erases raw notes from the file and its log sixty days after the summary was seen', () => {
	const { db, cast, course, interview, turn, bytes } = place();
	turn(addDays(TODAY, 90));
	expect(notes.read(db, interview)).toHaveLength(1);
	const id = sent(db, cast.leader, course, interview);
	ok(review.markSeen(db, id, cast.chair, TODAY));
	turn(addDays(TODAY, 59));
	expect(bytes()).toContain('Zyzzyva');
	expect(bytes()).toContain('Okapi');
	turn(addDays(TODAY, 60));
	for (const word of ['Zyzzyva', 'Vaskebj', 'Okapi']) expect(bytes()).not.toContain(word);
	expect(notes.read(db, interview)).toEqual([]);
	expect(texts(db, interview).sort()).toEqual([
		['no', '', ''],
		['own-words', '', 'Medarbejderen lyttede'],
		['verbatim', 'Quetzal blev klogere.', '']
	]);
	expect(interviews.find(db, interview)?.notesErasedOn).toBe(addDays(TODAY, 60));
	const search = { text: '', what: 'notes-erased', from: '', to: '' } as const;
	expect(audit.search(db, search, { limit: 9, offset: 0 }).total).toBe(1);
	expect(summaries.latest(db, id)?.text).toBe(TEXT);
	const late = {
		interview,
		writer: 'w',
		turn: 9,
		notes: [{ question: 'works', text: 'x', base: 1 }]
	};
	expect(notes.keep(db, cast.leader.user, late)).toEqual({ ok: false, reason: 'erased' });
	db.close();
});

it('goes by the municipality’s own days', () => {
	const { db, cast, course, interview, turn } = place();
	settings.put(db, 'notes-days', '7');
	ok(review.markSeen(db, sent(db, cast.leader, course, interview), cast.chair, TODAY));
	turn(addDays(TODAY, 6));
	expect(notes.read(db, interview)).toHaveLength(1);
	turn(addDays(TODAY, 7));
	expect(notes.read(db, interview)).toEqual([]);
});

it('never comes before a decision on filing, where the municipality has said that there must be one', () => {
	const { db, cast, course, interview, turn, bytes } = place();
	settings.put(db, 'notes-await-journal', 'on');
	ok(review.markSeen(db, sent(db, cast.leader, course, interview), cast.chair, TODAY));
	turn(addDays(TODAY, 1000));
	expect(notes.read(db, interview)).toHaveLength(1);
	expect(courses.decideJournal(db, course, 'not-filed', addDays(TODAY, 1000))).toBe(true);
	expect(courses.decideJournal(db, course, 'filed', addDays(TODAY, 1000))).toBe(false);
	turn(addDays(TODAY, 1001));
	expect(bytes()).not.toContain('Zyzzyva');
});

it('goes by the summary of the course, where an interview has none of its own', () => {
	const { db, cast, course, interview, turn } = place();
	ok(review.markSeen(db, sent(db, cast.leader, course, null), cast.chair, TODAY));
	turn(addDays(TODAY, 60));
	expect(notes.read(db, interview)).toEqual([]);
});

it('keeps notes that no summary is seen of for a year, and those of a course that was given up as long as others', () => {
	const unseen = place();
	unseen.turn(addDays(TODAY, UNSEEN_NOTES_DAYS - 1));
	expect(notes.read(unseen.db, unseen.interview)).toHaveLength(1);
	unseen.turn(addDays(TODAY, UNSEEN_NOTES_DAYS));
	expect(notes.read(unseen.db, unseen.interview)).toEqual([]);
	const cancelled = place();
	const { id } = summaries.prepare(cancelled.db, cancelled, TODAY);
	ok(review.write(cancelled.db, id, cancelled.cast.leader, 'Kun en kladde', TODAY));
	courses.cancel(cancelled.db, cancelled.course, 'Afløst', TODAY);
	cancelled.turn(addDays(TODAY, 60));
	expect(notes.read(cancelled.db, cancelled.interview)).toEqual([]);
	expect(summaries.find(cancelled.db, id)?.draft).toBe('');
});

it('takes earlier versions along that a remark says somebody could be recognised from', () => {
	const { db, cast, course, interview, turn, bytes } = place();
	const { id } = summaries.prepare(db, { course, interview }, TODAY);
	const send = (text: string) =>
		ok(review.send(db, id, cast.leader, { text, checked: [...review.CHECKS] }, TODAY));
	const goBack = (recognisable: boolean) => {
		ok(review.remark(db, id, cast.chair, { marked: [0], text: 'Gnu?', recognisable }, TODAY));
		ok(review.returnToAuthor(db, id, cast.chair, TODAY));
	};
	send(`Den eneste fisker i Rødvig. ${TEXT}`);
	goBack(true);
	send(`En borger. ${TEXT}`);
	goBack(false);
	send(TEXT);
	ok(review.markSeen(db, id, cast.chair, TODAY));
	turn(addDays(TODAY, 60));
	expect(summaries.versions(db, id).map(({ text }) => text.slice(0, 10))).toEqual([
		'',
		'En borger.',
		'De fleste '
	]);
	expect(bytes()).not.toContain('eneste fisker');
});

it('is at once when the citizen changes their mind, until the committee may read it', () => {
	const { db, cast, course, interview, bytes } = place();
	const id = sent(db, cast.leader, course, interview);
	expect(withdraw(db, interview, cast.chair, TODAY)).toEqual({ ok: false, reason: 'not-holder' });
	ok(withdraw(db, interview, cast.leader, TODAY));
	for (const word of ['Zyzzyva', 'Quetzal', 'De fleste']) expect(bytes()).not.toContain(word);
	expect(summaries.find(db, id)).toMatchObject({ state: 'withdrawn', draft: '' });
	expect(people.list(db, course)[0]?.standing).toBe('withdrew');
	expect(withdraw(db, interview, cast.leader, TODAY)).toEqual({ ok: false, reason: 'ended' });

	const other = held(db, cast, course, { number: 2, holders: [cast.leader] });
	ok(review.markSeen(db, sent(db, cast.leader, course, other), cast.chair, TODAY));
	expect(withdraw(db, other, cast.leader, TODAY)).toEqual({ ok: false, reason: 'too-late' });
	db.close();
});
