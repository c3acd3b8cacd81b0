import { describe, expect, it } from 'vitest';
import {
	begun,
	drawn,
	held,
	ok,
	sent,
	staffed,
	TEXT,
	TODAY,
	type Cast
} from '../../../../tests/support/interviews.ts';
import type { Db } from '../core/database.ts';
import * as passages from './passages.ts';
import * as material from './material.ts';
import * as review from './review.ts';
import { mayRead, mayReadHistory, type Reviewer } from './reviewers.ts';
import * as summaries from './summaries.ts';

const CHECKED = [...review.CHECKS];

function place(holders?: (cast: Cast) => Reviewer[]) {
	const { db, cast } = staffed();
	const course = begun(db, cast);
	drawn(db, cast, course);
	const interview = held(db, cast, course, {
		holders: holders?.(cast) ?? [cast.chair, cast.leader]
	});
	return { db, cast, course, interview };
}
const stateOf = (db: Db, id: string) => summaries.find(db, id)?.state;

describe('a review', () => {
	it('goes from draft to remarks, mending, two yeses, the material and the decision', () => {
		const { db, cast, course, interview } = place();
		const id = sent(db, cast.leader, course, interview);
		expect(stateOf(db, id)).toBe('sent');
		expect(review.returnToAuthor(db, id, cast.chair, TODAY)).toEqual({
			ok: false,
			reason: 'no-remarks'
		});
		ok(
			review.remark(
				db,
				id,
				cast.chair,
				{ marked: [1], text: 'Hvor mange?', recognisable: false },
				TODAY
			)
		);
		expect(review.markSeen(db, id, cast.chair, TODAY)).toEqual({
			ok: false,
			reason: 'remarks-left'
		});
		ok(review.returnToAuthor(db, id, cast.chair, TODAY));
		const [remark] = summaries.remarks(db, id);
		expect(remark && TEXT.slice(remark.start, remark.end)).toBe(
			'Flere vil have breve, de kan forstå.'
		);

		const mended = TEXT.replace('Flere', 'Fire af fem');
		ok(review.send(db, id, cast.leader, { text: mended, checked: CHECKED }, TODAY));
		ok(review.markSeen(db, id, cast.chair, TODAY));
		expect(stateOf(db, id)).toBe('half-seen');
		expect(review.confirm(db, id, cast.chair, TODAY)).toEqual({ ok: false, reason: 'not-now' });
		ok(review.confirm(db, id, cast.leader, TODAY));
		expect(stateOf(db, id)).toBe('seen');
		expect(summaries.versions(db, id).map(({ text }) => text)).toEqual([TEXT, mended]);

		expect(material.waiting(db).map((each) => each.id)).toEqual([id]);
		ok(review.include(db, id, cast.secretary, '2026-Q2', TODAY));
		expect(material.of(db, '2026-Q2').map(({ summary }) => summary.id)).toEqual([id]);
		expect(material.of(db, '2026-Q1')).toEqual([]);
		const decision = { meetingOn: '2026-06-02', item: '7', decision: 'Taget til efterretning.' };
		expect(review.decide(db, id, cast.leader, decision, '2026-06-03').ok).toBe(false);
		expect(review.decide(db, id, cast.chair, decision, TODAY)).toEqual({
			ok: false,
			reason: 'before-material'
		});
		ok(review.decide(db, id, cast.secretary, { ...decision, item: '6' }, '2026-06-03'));
		// Written up wrong: the old wording stays in the course.
		ok(review.decide(db, id, cast.chair, decision, '2026-06-03'));
		expect(material.of(db, '2026-Q2')[0]?.decided).toMatchObject(decision);
		expect(review.steps(db, id).map(({ to }) => to)).toEqual([
			'sent',
			'returned',
			'sent',
			'half-seen',
			'seen',
			'in-material',
			'decided',
			'decided'
		]);
	});

	it('is the chair’s alone where the chair neither took part nor wrote', () => {
		const { db, cast, course, interview } = place((all) => [all.leader]);
		const id = sent(db, cast.leader, course, interview);
		ok(review.markSeen(db, id, cast.chair, TODAY));
		expect(stateOf(db, id)).toBe('seen');
	});

	it('is the other interviewer’s where the chair wrote', () => {
		const { db, cast, course, interview } = place();
		const id = sent(db, cast.chair, course, interview);
		expect(stateOf(db, id)).toBe('half-seen');
		expect(review.markSeen(db, id, cast.chair, TODAY).ok).toBe(false);
		expect(review.confirm(db, id, cast.leader2, TODAY).ok).toBe(false);
		ok(review.confirm(db, id, cast.leader, TODAY));
	});

	it('is any leader’s where the chair interviewed and wrote alone', () => {
		const { db, cast, course, interview } = place((all) => [all.chair]);
		const id = sent(db, cast.chair, course, interview);
		expect(review.confirm(db, id, cast.chair, TODAY).ok).toBe(false);
		ok(review.confirm(db, id, cast.leader2, TODAY));
		expect(stateOf(db, id)).toBe('seen');
	});

	it('does not make an author of whoever sends a text on without changing it', () => {
		const { db, cast, course, interview } = place();
		const { id } = summaries.prepare(db, { course, interview }, TODAY);
		ok(review.write(db, id, cast.leader, TEXT, TODAY));
		ok(review.send(db, id, cast.chair, { text: TEXT, checked: CHECKED }, TODAY));
		expect(summaries.authors(db, id)).toEqual([cast.leader.user]);
	});
});

describe('a summary is not sent', () => {
	const cases: [string, string, string[], review.Refusal][] = [
		['that says nothing', 'Alt er godt.', CHECKED, 'too-short'],
		['with a check left', TEXT, CHECKED.slice(1), 'not-checked'],
		['with a telephone number', `${TEXT} Ring 22 33 44 55.`, CHECKED, 'must-be-mended'],
		[
			'with words that may not be quoted',
			`${TEXT} Jeg stod i Netto og græd ved kassen.`,
			CHECKED,
			'must-be-mended'
		]
	];
	it.each(cases)('%s', (_, text, checked, reason) => {
		const { db, cast } = staffed();
		const course = begun(db, cast);
		drawn(db, cast, course);
		const interview = held(db, cast, course, { text: 'Jeg stod i Netto og græd ved kassen.' });
		ok(
			passages.add(
				db,
				interview,
				{ author: cast.leader.user, question: 'works', marked: [0] },
				{ promise: '', tone: 'better', quote: 'own-words', wording: '' }
			)
		);
		const { id } = summaries.prepare(db, { course, interview }, TODAY);
		expect(review.send(db, id, cast.leader, { text, checked }, TODAY)).toMatchObject({
			ok: false,
			reason
		});
		expect(summaries.find(db, id)).toMatchObject({ state: 'draft', draft: text });
		expect(summaries.versions(db, id)).toEqual([]);
	});
});

it('shows what was taken out to those of the review alone', () => {
	const { db, cast, course, interview } = place((all) => [all.leader]);
	const id = sent(db, cast.leader, course, interview);
	ok(review.markSeen(db, id, cast.chair, TODAY));
	const summary = summaries.find(db, id);
	if (!summary) throw new Error('it is there');
	const readers = [cast.leader, cast.chair, cast.leader2, cast.secretary];
	expect(readers.map((by) => mayRead(db, summary, by))).toEqual([true, true, true, true]);
	expect(readers.map((by) => mayReadHistory(db, summary, by))).toEqual([true, true, false, false]);
});

it('moves by its steps alone: the file takes no other way', () => {
	const { db, cast, course, interview } = place();
	const id = sent(db, cast.leader, course, interview);
	const step = (n: number, from: string) => () =>
		db
			.prepare(
				`insert into summary_step (summary, n, from_state, action, to_state, user, role, day)
				 values (?, ?, ?, 'mark-seen', 'seen', ?, 'chair', ?)`
			)
			.run(id, n, from, cast.chair.user, TODAY);
	expect(step(2, 'draft')).toThrow('begins where the last one ended');
	expect(step(3, 'sent')).toThrow('begins where the last one ended');
	expect(() => db.prepare('delete from summary_step').run()).toThrow('stands');
	expect(() => db.prepare("update summary_step set to_state = 'seen'").run()).toThrow('stands');
	expect(() => db.prepare("update summary_version set text = 'andet'").run()).toThrow('stands');
	expect(() => summaries.writeDraft(db, id, cast.leader.user, 'andet')).toThrow('locked');
	const version = { text: TEXT, checked: [], user: cast.leader.user };
	expect(() => summaries.addVersion(db, id, version, TODAY)).toThrow('locked');
});
