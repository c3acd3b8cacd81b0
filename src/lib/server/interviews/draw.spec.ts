import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { begun, drawn, LIST, ok, staffed, TODAY } from '../../../../tests/support/interviews.ts';
import * as courses from './courses.ts';
import * as draw from './draw.ts';
import * as people from './people.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const numbers = (list: people.Person[]) => list.map(({ number }) => number);

function place() {
	const { db, cast } = staffed();
	return { db, cast, course: begun(db, cast) };
}

describe('a draw', () => {
	it('takes no number before the list is locked, and no other list after', () => {
		const { db, cast, course } = place();
		const { user } = cast.leader;
		expect(draw.type(db, course, user, 1, TODAY)).toEqual({ ok: false, reason: 'not-locked' });
		ok(draw.lock(db, course, LIST, user, TODAY));
		const other = { ...LIST, digest: 'cd'.repeat(32) };
		expect(draw.lock(db, course, other, user, TODAY)).toEqual({
			ok: false,
			reason: 'locked-already'
		});
		expect(() => db.prepare('update draw set digest = ?').run(other.digest)).toThrow('stands');
	});

	it('binds each to their number and shows none before both are in', () => {
		const { db, cast, course } = place();
		ok(draw.lock(db, course, LIST, cast.leader.user, TODAY));
		expect(ok(draw.type(db, course, cast.chair.user, 4711, TODAY, 'salt')).drawn).toBe(false);
		const before = draw.find(db, course);
		expect(before?.typed).toEqual([
			{
				role: 'chair',
				name: 'Lis',
				commitment: sha256('004711 salt'),
				number: undefined,
				salt: undefined
			}
		]);
		expect(before?.seed).toBeUndefined();
		expect(people.list(db, course)).toEqual([]);
		expect(draw.type(db, course, cast.chair.user, 12, TODAY)).toEqual({
			ok: false,
			reason: 'typed-already'
		});
		expect(() => db.prepare('update draw_number set number = 12').run()).toThrow('stands');

		expect(ok(draw.type(db, course, cast.leader.user, 23, TODAY, 'pepper')).drawn).toBe(true);
		const after = draw.find(db, course);
		expect(after?.typed.map(({ number, salt }) => [number, salt])).toEqual([
			[4711, 'salt'],
			[23, 'pepper']
		]);
		expect(after?.seed).toBe(sha256(`${LIST.digest}004711000023`));
	});

	it('stands: no restart, no change and no erasing once it is made', () => {
		const { db, cast, course } = place();
		drawn(db, cast, course);
		expect(draw.restart(db, course, 'Forkert liste', cast.leader.user, TODAY)).toEqual({
			ok: false,
			reason: 'drawn-already'
		});
		expect(() => db.prepare("update draw set seed = 'x'").run()).toThrow('stands');
		expect(() => db.prepare('delete from draw').run()).toThrow();
	});

	it('can be begun again with another list before that, which stays on record with its reason', () => {
		const { db, cast, course } = place();
		ok(draw.lock(db, course, LIST, cast.leader.user, TODAY));
		ok(draw.type(db, course, cast.chair.user, 4711, TODAY));
		ok(draw.restart(db, course, 'Team manglede', cast.leader.user, TODAY));
		expect(draw.find(db, course)).toBeUndefined();
		expect(draw.restarts(db, course)).toEqual([
			{ digest: LIST.digest, numbers: 1, reason: 'Team manglede', day: TODAY, name: 'Ole' }
		]);
		drawn(db, cast, course, { ...LIST, digest: 'cd'.repeat(32) });
		expect(numbers(people.list(db, course))).toEqual([1, 2, 3]);
	});

	it('is for those who take part, on the day that the list is of', () => {
		const { db, cast, course } = place();
		expect(draw.lock(db, course, LIST, cast.leader2.user, TODAY)).toEqual({
			ok: false,
			reason: 'not-participant'
		});
		expect(draw.lock(db, course, LIST, cast.leader.user, '2026-05-21')).toEqual({
			ok: false,
			reason: 'other-day'
		});
		ok(draw.lock(db, course, LIST, cast.leader.user, TODAY));
		expect(draw.type(db, course, cast.leader2.user, 1, TODAY)).toEqual({
			ok: false,
			reason: 'not-participant'
		});
		courses.cancel(db, course, 'Afløst', TODAY);
		expect(draw.type(db, course, cast.leader.user, 1, TODAY)).toEqual({
			ok: false,
			reason: 'cancelled'
		});
	});
});

describe('who is asked', () => {
	const note = (
		of: ReturnType<typeof place>,
		number: number,
		said: 'yes' | 'no' | 'known' | 'not-reached'
	) => people.note(of.db, of.course, { number, note: said, user: of.cast.leader.user });

	it('the next in the order takes the place of someone who is known, says no or is not reached', () => {
		const of = place();
		drawn(of.db, of.cast, of.course);
		ok(note(of, 2, 'known'));
		ok(note(of, 1, 'no'));
		ok(note(of, 4, 'not-reached'));
		expect(people.list(of.db, of.course)).toMatchObject([
			{ number: 1, standing: 'no', replaces: null },
			{ number: 2, standing: 'known', knownTo: 'Ole' },
			{ number: 3, standing: 'drawn', replaces: null },
			{ number: 4, standing: 'not-reached', replaces: 2 },
			{ number: 5, standing: 'drawn', replaces: 1 },
			{ number: 6, standing: 'drawn', replaces: 4 }
		]);
	});

	it('a slip of the finger is undone, with whom it called, until the next is noted', () => {
		const of = place();
		drawn(of.db, of.cast, of.course);
		const before = people.list(of.db, of.course);
		expect(people.undo(of.db, of.course, 1)).toEqual({ ok: false, reason: 'cannot-undo' });
		ok(note(of, 1, 'no'));
		expect(numbers(people.list(of.db, of.course))).toEqual([1, 2, 3, 4]);
		ok(people.undo(of.db, of.course, 1));
		expect(people.list(of.db, of.course)).toEqual(before);
		ok(note(of, 2, 'known'));
		ok(people.undo(of.db, of.course, 2));
		expect(people.list(of.db, of.course)).toEqual(before);
		ok(note(of, 1, 'no'));
		ok(note(of, 4, 'yes'));
		expect(people.undo(of.db, of.course, 1)).toEqual({ ok: false, reason: 'cannot-undo' });
		ok(people.undo(of.db, of.course, 4));
		ok(people.undo(of.db, of.course, 1));
		expect(people.list(of.db, of.course)).toEqual(before);
	});

	it('nobody more when enough still stand, or when the list is used up', () => {
		const of = place();
		drawn(of.db, of.cast, of.course, { ...LIST, eligible: 4 });
		ok(note(of, 1, 'not-reached'));
		ok(note(of, 1, 'yes'));
		ok(note(of, 2, 'no'));
		expect(numbers(people.list(of.db, of.course))).toEqual([1, 2, 3, 4]);
		ok(note(of, 3, 'no'));
		expect(numbers(people.list(of.db, of.course))).toEqual([1, 2, 3, 4]);
		expect(note(of, 3, 'yes')).toEqual({ ok: false, reason: 'cannot-note' });
		expect(note(of, 9, 'yes')).toEqual({ ok: false, reason: 'unknown-person' });
	});

	it('where every team must be heard, those whom the holder of the list names', () => {
		const of = place();
		const { db, cast, course } = of;
		expect(
			draw.lock(db, course, { ...LIST, stratified: true, teams: 4 }, cast.leader.user, TODAY)
		).toEqual({ ok: false, reason: 'too-few-for-teams' });
		drawn(db, cast, course, { ...LIST, stratified: true });
		expect(people.list(db, course)).toEqual([]);
		expect(people.callTeams(db, course, [1, 2])).toEqual({ ok: false, reason: 'not-next' });
		expect(people.callTeams(db, course, [1, 2, 21])).toEqual({ ok: false, reason: 'not-next' });
		ok(people.callTeams(db, course, [1, 2, 5]));
		ok(note(of, 5, 'no'));
		expect(people.waitingForNext(db, course)).toEqual([5]);
		expect(people.callNext(db, course, { number: 2, replaces: 5 })).toEqual({
			ok: false,
			reason: 'not-next'
		});
		ok(people.callNext(db, course, { number: 9, replaces: 5 }));
		expect(people.callNext(db, course, { number: 3, replaces: 5 })).toEqual({
			ok: false,
			reason: 'not-next'
		});
		expect(people.waitingForNext(db, course)).toEqual([]);
	});
});
