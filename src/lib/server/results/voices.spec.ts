import { describe, expect, it } from 'vitest';
import {
	begun,
	drawn,
	held,
	ok,
	plan,
	sent,
	staffed,
	TODAY,
	type Cast
} from '../../../../tests/support/interviews.ts';
import type { Db } from '../core/database.ts';
import * as passages from '../interviews/passages.ts';
import * as review from '../interviews/review.ts';
import * as settings from '../core/settings.ts';
import * as voices from './voices.ts';

describe('voices', () => {
	const code = (db: Db, cast: Cast, interview: string, quote: 'verbatim' | 'no') =>
		ok(
			passages.add(
				db,
				interview,
				{ author: cast.leader.user, question: 'works', marked: [0] },
				{ promise: 'listen', tone: 'works', quote, wording: '' }
			)
		);
	const comment = (db: Db, n: number, promise: string, text = `Kommentar ${n}`) =>
		db
			.prepare(
				"insert into comment (id, round, unit, text, state, promise) values (?, 'r', '2026-Q1', ?, 'shown', ?)"
			)
			.run(Buffer.from(`${promise}${n}`), text, promise);

	it('are comments and reviewed passages together, in people, hidden under the threshold', () => {
		const { db, cast } = staffed();
		const course = begun(db, cast);
		drawn(db, cast, course);
		const interview = held(db, cast, course, { holders: [cast.leader] });
		code(db, cast, interview, 'verbatim');
		for (let n = 0; n < 9; n++) comment(db, n, 'listen');
		for (let n = 0; n < 12; n++) comment(db, n, 'clear');
		for (let n = 0; n < 6; n++) comment(db, n, 'law');
		for (let n = 0; n < 6; n++) comment(db, n, 'reflect');
		const listen = () =>
			voices.gather(db, plan, TODAY).voices.find(({ promise }) => promise === 'listen');
		// Before the review the citizen is not counted: nine voices are too few.
		expect(listen()).toEqual({ promise: 'listen', shown: false });
		const id = sent(db, cast.leader, course, interview);
		ok(review.markSeen(db, id, cast.chair, TODAY));
		expect(listen()).toMatchObject({ shown: true, people: 10, comments: 9, tones: undefined });
		const quoted = listen();
		expect(quoted?.shown && quoted.quotes.filter(({ from }) => from === 'interview')).toEqual([
			{ text: 'Hun lyttede.', from: 'interview', isQuote: true, times: 1 }
		]);
		const hidden = voices.gather(db, plan, TODAY).voices.filter(({ shown }) => !shown);
		expect(hidden.map(({ promise }) => promise)).toEqual([
			'eye-level',
			'law',
			'reflect',
			'best-solution'
		]);
		settings.put(db, 'threshold', '11');
		expect(listen()).toEqual({ promise: 'listen', shown: false });
	});

	it('say the same words once, and how often they stand', () => {
		const { db } = staffed();
		for (let n = 0; n < 12; n++) comment(db, n, 'listen', n < 9 ? 'Godt.' : `Kommentar ${n}`);
		for (let n = 0; n < 12; n++) comment(db, n, 'clear');
		const listen = voices
			.gather(db, plan, TODAY)
			.voices.find(({ promise }) => promise === 'listen');
		expect(listen?.shown && listen.quotes.map(({ text, times }) => [text, times])).toEqual([
			['Godt.', 9],
			['Kommentar 10', 1],
			['Kommentar 11', 1],
			['Kommentar 9', 1]
		]);
	});

	it('are of a year', () => {
		const { db } = staffed();
		for (let n = 0; n < 12; n++) comment(db, n, 'clear');
		for (let n = 0; n < 12; n++) comment(db, n, 'law');
		expect(voices.gather(db, plan, '2027-03-31').voices.some(({ shown }) => shown)).toBe(false);
		expect(voices.gather(db, plan, '2026-12-31').voices.some(({ shown }) => shown)).toBe(true);
	});
});
