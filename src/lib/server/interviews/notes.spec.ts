import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { begun, drawn, held, ok, staffed, TODAY } from '../../../../tests/support/interviews.ts';
import { seal } from '../../seal/seal.ts';
import * as courses from './courses.ts';
import { keyOf, openFor } from './keys.ts';
import * as notes from './notes.ts';
import * as passages from './passages.ts';
import * as people from './people.ts';
import * as interviews from './interviews.ts';

function place() {
	const { db, cast } = staffed();
	const course = begun(db, cast);
	drawn(db, cast, course);
	return { db, cast, course };
}

describe('an interview', () => {
	it('begins only when all words of consent are read out and agreed to', () => {
		const { db, cast, course } = place();
		const all = courses.find(db, course)?.kind.consent.map(({ id }) => id) ?? [];
		const begin = (agreed: string[], holders = [cast.leader.user]) =>
			interviews.begin(db, { course, number: 1 }, { language: 'da', agreed, holders }, TODAY);
		expect(begin(all)).toEqual({ ok: false, reason: 'not-yes' });
		ok(people.note(db, course, { number: 1, note: 'yes', user: cast.leader.user }));
		expect(begin(all.slice(1))).toEqual({ ok: false, reason: 'not-agreed' });
		expect(begin(all, [cast.leader2.user])).toEqual({ ok: false, reason: 'not-interviewer' });
		const { id } = ok(begin(all));
		expect(begin(all)).toEqual({ ok: false, reason: 'begun-already' });
		expect(interviews.find(db, id)).toMatchObject({ number: 1, heldOn: null, consentedOn: TODAY });
		ok(interviews.hold(db, id, cast.leader.user, TODAY));
		expect(people.list(db, course)[0]?.standing).toBe('held');
		expect(interviews.hold(db, id, cast.leader.user, TODAY)).toEqual({
			ok: false,
			reason: 'ended'
		});
	});

	it('is held by those whom the kind names: a rundspørge not by the chair', () => {
		const { db, cast } = staffed();
		const course = begun(db, cast, 'rundspoerge');
		drawn(db, cast, course);
		expect(() => held(db, cast, course)).toThrow('not-interviewer');
		const id = held(db, cast, course, { number: 2, holders: [cast.leader] });
		const interview = interviews.find(db, id);
		if (!interview) throw new Error('it is there');
		expect(interviews.mayReadNotes(db, interview, cast.leader.user)).toBe(true);
		for (const { user } of [cast.chair, cast.leader2, cast.secretary]) {
			expect(interviews.mayReadNotes(db, interview, user)).toBe(false);
		}
	});
});

describe('notes', () => {
	const writing = (interview: string, text: string, turn = 1) => ({
		interview,
		writer: 'page',
		turn,
		notes: [{ question: 'better', text, base: 0 }]
	});

	it('are each interviewer’s own, without numbers that name a person', () => {
		const { db, cast, course } = place();
		const id = held(db, cast, course);
		ok(notes.keep(db, cast.chair.user, writing(id, 'Ring 22 33 44 55')));
		expect(notes.read(db, id).map(({ name, question, text }) => [name, question, text])).toEqual([
			['Lis', 'better', 'Ring […]'],
			['Ole', 'works', 'Hun lyttede. Brevet var svært.']
		]);
		expect(notes.keep(db, cast.leader2.user, writing(id, 'x'))).toEqual({
			ok: false,
			reason: 'not-holder'
		});
	});

	it('tell the page what is kept, where it is not what it sent', () => {
		const { db, cast, course } = place();
		const id = held(db, cast, course);
		const keep = (text: string, turn: number, writer = 'page') =>
			ok(notes.keep(db, cast.leader.user, { ...writing(id, text, turn), writer })).receipts;
		expect(keep('Et', 1)).toEqual([{ question: 'better', revision: 1 }]);
		expect(keep('Et to', 2)).toEqual([{ question: 'better', revision: 2 }]);
		expect(keep('Tre', 1, 'another')).toEqual([
			{ question: 'better', revision: 3, text: `Et to\n\n${notes.BETWEEN}\nTre` }
		]);
	});

	it('answer nothing to a question that the guide does not have', () => {
		const { db, cast, course } = place();
		const id = held(db, cast, course);
		const odd = { ...writing(id, 'x'), notes: [{ question: 'other', text: 'x', base: 0 }] };
		expect(ok(notes.keep(db, cast.leader.user, odd)).receipts).toEqual([]);
	});
});

describe('what a device has sealed', () => {
	it('is opened for the person it was sealed for, and for nobody else', async () => {
		const { db, cast } = staffed();
		const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-notes-'));
		const [key, again] = await Promise.all([
			keyOf(db, keysFolder, cast.leader.user),
			keyOf(db, keysFolder, cast.leader.user)
		]);
		expect(again).toEqual(key);
		const other = await keyOf(db, keysFolder, cast.chair.user);
		expect(other.id).not.toBe(key.id);
		const sealed = await seal(key.publicKey, new TextEncoder().encode('noter'), `i1|${key.id}`);
		const envelope = { ...sealed, keyId: key.id, interview: 'i1' };
		expect(await openFor(db, keysFolder, cast.leader.user, envelope)).toBe('noter');
		expect(await openFor(db, keysFolder, cast.chair.user, envelope)).toBeUndefined();
		const claimed = { ...envelope, keyId: other.id };
		expect(await openFor(db, keysFolder, cast.chair.user, claimed)).toBeUndefined();
		const moved = { ...envelope, interview: 'i2' };
		expect(await openFor(db, keysFolder, cast.leader.user, moved)).toBeUndefined();
	});
});

describe('passages', () => {
	it('are the sentences that were marked, with promise, tone and how they may be used', () => {
		const { db, cast, course } = place();
		const id = held(db, cast, course);
		const coding = { promise: 'clear', tone: 'better', quote: 'own-words', wording: '' } as const;
		const mark = (marked: number[]) =>
			passages.add(db, id, { author: cast.leader.user, question: 'works', marked }, coding);
		ok(mark([1]));
		expect(mark([7])).toEqual({ ok: false, reason: 'nothing-marked' });
		const [passage] = passages.list(db, id);
		expect(passage).toMatchObject({ text: 'Brevet var svært.', start: 13, end: 30, ...coding });
		ok(passages.change(db, id, passage?.id ?? '', { ...coding, promise: 'law' }));
		expect(passages.ofCourse(db, course)).toMatchObject([{ promise: 'law' }]);
		expect(passages.change(db, 'another', passage?.id ?? '', coding).ok).toBe(false);
		expect(passages.remove(db, id, passage?.id ?? '')).toBe(true);
		expect(passages.list(db, id)).toEqual([]);
	});
});
