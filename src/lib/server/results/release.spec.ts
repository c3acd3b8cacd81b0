import { expect, it } from 'vitest';
import { many, municipality } from '../../../../tests/support/survey.ts';
import type { Submission } from '../../survey/submission.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import type { Db } from '../core/database.ts';
import * as intake from '../intake/intake.ts';
import { release } from './release.ts';

type Row = {
	unit: string;
	breakdown: string;
	category: string;
	item: string;
	answer: string;
	n: number;
};

const rows = (db: Db, where = '1'): Row[] =>
	db
		.prepare<[], Row>(
			`select unit, breakdown, category, item, answer, n from released where ${where}`
		)
		.all();
const n = (db: Db, where: string): number | undefined => rows(db, where)[0]?.n;
const states = (db: Db) =>
	Object.fromEntries(
		db
			.prepare<[], { unit: string; state: string }>('select unit, state from unit')
			.all()
			.map(({ unit, state }) => [unit, state])
	);

async function given(submissions: Submission[], today = '2026-02-28') {
	const place = municipality();
	await intake.count(place.db, place.keysFolder, submissions, today);
	return place;
}

it('publishes a month on the tenth of the next, and never before', async () => {
	const { db, keysFolder } = await given(many(12));
	expect(release(db, keysFolder, '2026-03-09').some(({ unit }) => unit === '2026-02')).toBe(false);
	expect(rows(db)).toEqual([]);
	release(db, keysFolder, '2026-03-10');
	expect(n(db, "unit = '2026-02' and breakdown = '' and item = '' and answer = 'answered'")).toBe(
		12
	);
	expect(n(db, "unit = '2026-02' and breakdown = '' and item = 'a' and answer = '5'")).toBe(12);
	expect(n(db, "unit = '2026-02' and breakdown = '' and item = 'a' and answer = '1'")).toBe(0);
});

it('carries a month under the threshold into the next', async () => {
	const { db, keysFolder } = await given(many(9));
	await intake.count(db, keysFolder, many(3, { answeredOn: '2026-03-02' }), '2026-03-02');
	release(db, keysFolder, '2026-03-10');
	expect(rows(db)).toEqual([]);
	expect(states(db)).toMatchObject({ '2026-02': 'carried', '2026-03': 'open' });
	release(db, keysFolder, '2026-04-10');
	expect(n(db, "unit = '2026-03' and breakdown = '' and item = '' and answer = 'answered'")).toBe(
		12
	);
});

it('carries an item that few answered, with its breakdowns, and shows the others', async () => {
	const few = [...many(8), ...many(8, { answers: { a: 2, b: 2 } })];
	const { db, keysFolder } = await given(few);
	release(db, keysFolder, '2026-03-10');
	expect(rows(db, "item = 'a' and answer = '2'").map(({ n }) => n)).toEqual([8]);
	expect(rows(db, "item = 'c'")).toEqual([]);
	await intake.count(db, keysFolder, many(4, { answeredOn: '2026-03-02' }), '2026-03-02');
	release(db, keysFolder, '2026-04-10');
	expect(n(db, "unit = '2026-03' and item = 'c' and answer = '3'")).toBe(12);
	expect(n(db, "unit = '2026-03' and item = 'c' and answer = 'skipped'")).toBe(8);
});

it('counts what comes after a release in the oldest month that is not released', async () => {
	const { db, keysFolder } = await given(many(12));
	release(db, keysFolder, '2026-03-10');
	await intake.count(db, keysFolder, many(10), '2026-03-20');
	release(db, keysFolder, '2026-04-10');
	expect(n(db, "unit = '2026-02' and item = '' and answer = 'answered' and breakdown = ''")).toBe(
		12
	);
	expect(n(db, "unit = '2026-03' and item = '' and answer = 'answered' and breakdown = ''")).toBe(
		10
	);
});

it('never shows what is still too little when the round ends', async () => {
	const { db, keysFolder } = await given(many(9, { answeredOn: '2026-06-10' }), '2026-06-30');
	release(db, keysFolder, '2026-07-30');
	expect(states(db)['2026-06']).toBe('open');
	release(db, keysFolder, '2026-07-31');
	expect(states(db)['2026-06']).toBe('hidden');
	expect(rows(db, "answer not like 'offered:%'")).toEqual([]);
	expect(db.prepare('select count(*) as n from box').get()).toEqual({ n: 0 });
});

it('shows a team only with offers enough that being asked does not mean having answered', async () => {
	const team = (name: string, answered: number, declined: number) => [
		...many(answered, { team: name }),
		...many(declined, { team: name, outcome: 'declined', answers: {} })
	];
	const { db, keysFolder } = await given([
		...team('nord', 30, 10),
		...team('syd', 25, 10),
		...team('vest', 20, 4),
		...team('lille', 20, 0),
		...many(12)
	]);
	release(db, keysFolder, '2026-04-10');
	const shown = rows(db, "breakdown = 'team' and item = '' and answer in ('answered', 'offered')");
	// Vest with the small team merged into it: 40 answered of 44 offered, so it is hidden, and `unknown` covers it.
	expect(shown.map(({ category, answer, n }) => [category, answer, n])).toEqual([
		['nord', 'answered', 30],
		['nord', 'offered', 40],
		['syd', 'answered', 25],
		['syd', 'offered', 35]
	]);
});

it('says why people were not asked when a reason is ten, in a month or in a team, and lets fewer wait', async () => {
	const notAsked = (n: number, team: string, reason: 'language' | 'no-time', answeredOn: string) =>
		many(n, { outcome: 'not-offered', reason, answers: {}, team, answeredOn });
	const asked = (answeredOn: string) =>
		['nord', 'syd'].flatMap((team) => [
			...many(25, { team, answeredOn }),
			...many(10, { team, answeredOn, outcome: 'declined', answers: {} })
		]);
	const { db, keysFolder } = await given([
		...asked('2026-02-10'),
		...notAsked(12, 'nord', 'no-time', '2026-02-10'),
		...notAsked(11, 'syd', 'no-time', '2026-02-10'),
		...notAsked(4, 'nord', 'language', '2026-02-10')
	]);
	release(db, keysFolder, '2026-03-10');
	const reasons = (where: string) =>
		rows(db, `answer like 'not-offered:%' and ${where}`).map(({ answer, n }) => [answer, n]);
	expect(reasons("breakdown = ''")).toEqual([['not-offered:no-time', 23]]);
	const later = [...asked('2026-03-02'), ...notAsked(7, 'nord', 'language', '2026-03-02')];
	await intake.count(db, keysFolder, later, '2026-03-02');
	release(db, keysFolder, '2026-04-10');
	expect(reasons("unit = '2026-03' and breakdown = ''")).toEqual([['not-offered:language', 11]]);
	// All eleven are one team's, and a single group hides no other.
	expect(reasons("breakdown = 'team'")).toEqual([
		['not-offered:no-time', 12],
		['not-offered:no-time', 11]
	]);
	expect(rows(db, "breakdown = 'team' and answer in ('declined', 'later')")).toEqual([]);
});

it('freezes what was offered with the quarter', async () => {
	const { db, keysFolder, kept } = await given(many(12));
	const batch = { round: kept.round.id, prefix: 'AB', month: '2026-02', count: 60 };
	codes.make(db, keysFolder, { ...batch, team: 'nord' });
	release(db, keysFolder, '2026-04-10');
	codes.make(db, keysFolder, batch);
	release(db, keysFolder, '2026-04-11');
	expect(n(db, "unit = '2026-Q1' and answer = 'offered:code'")).toBe(60);
	expect(n(db, "unit = '2026-Q1' and answer = 'offered:tablet'")).toBe(12);
});

it('lays comments out for the editor when there are five, and lets fewer wait', async () => {
	const { db, keysFolder } = await given([
		...many(20),
		...many(4, { comment: 'Hun lyttede. Ring 22 34 56 78' })
	]);
	release(db, keysFolder, '2026-04-10');
	expect(db.prepare('select count(*) as n from comment').get()).toEqual({ n: 0 });
	const more = [...many(12, { answeredOn: '2026-04-02' }), ...many(1, { comment: 'Godt møde' })];
	await intake.count(db, keysFolder, more, '2026-04-20');
	release(db, keysFolder, '2026-07-31');
	const comments = db.prepare<[], { text: string }>('select text from comment').all();
	expect(comments).toHaveLength(5);
	expect(JSON.stringify(comments)).not.toContain('22 34 56 78');
	expect(db.prepare('select count(*) as n from sealed_comment').get()).toEqual({ n: 0 });
});

it('publishes a quarter whatever a device of someone else’s making wrote in its comment', async () => {
	const hostile = [
		'\u0001'.repeat(2000),
		'\ud800'.repeat(2000),
		'"'.repeat(2000),
		'語'.repeat(2000)
	];
	const { db, keysFolder } = await given([
		...many(12),
		...hostile.flatMap((comment) => many(3, { comment }))
	]);
	release(db, keysFolder, '2026-04-10');
	const texts = db.prepare<[], string>('select text from comment').pluck().all();
	expect(new Set(texts)).toEqual(new Set(['"'.repeat(2000), '語'.repeat(2000)]));
});

it('refuses to change or remove a released figure', async () => {
	const { db, keysFolder } = await given(many(12));
	release(db, keysFolder, '2026-03-10');
	expect(() => db.prepare('update released set n = 13').run()).toThrow('never changes');
	expect(() => db.prepare('delete from released').run()).toThrow('never changes');
	expect(() => db.prepare("update released_cell set counts = '{}'").run()).toThrow('never changes');
	expect(() => db.prepare('delete from released_cell').run()).toThrow('never changes');
});

it('cannot read a released box again', async () => {
	const { db, keysFolder, kept } = await given(many(12));
	const name = { keysFolder, ...kept, unit: '2026-02', kind: 'month' as const };
	expect(box.read(db, name).get('asked||||answered')).toBe(12);
	release(db, keysFolder, '2026-03-10');
	expect(() => box.read(db, name)).toThrow('cannot be opened');
});
