import { expect, it } from 'vitest';
import {
	begun,
	drawn,
	held,
	ok,
	sent,
	staffed,
	TODAY
} from '../../../../tests/support/interviews.ts';
import * as review from '../interviews/review.ts';
import * as summaries from '../interviews/summaries.ts';
import { awaits } from './interview-cards.ts';

it('a returned summary waits for who wrote it, and not for the chair who took part in the talk', () => {
	const { db, cast } = staffed();
	const course = begun(db, cast);
	drawn(db, cast, course);
	const interview = held(db, cast, course, { holders: [cast.chair, cast.leader] });
	const id = sent(db, cast.leader, course, interview);
	const waitsFor = () =>
		(['chair', 'leader'] as const).filter((who) => {
			const summary = summaries.find(db, id);
			return summary && awaits(db, summary, cast[who]);
		});
	expect(waitsFor()).toEqual(['chair']);
	const remark = { marked: [1], text: 'Hvor mange?', recognisable: false };
	ok(review.remark(db, id, cast.chair, remark, TODAY));
	ok(review.returnToAuthor(db, id, cast.chair, TODAY));
	expect(waitsFor()).toEqual(['leader']);
});
