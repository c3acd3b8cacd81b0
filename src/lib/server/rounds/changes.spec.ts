import { describe, expect, it } from 'vitest';
import { many, municipality, questionnaire, round } from '../../../../tests/support/survey.ts';
import * as codes from './codes.ts';
import type { Db } from '../core/database.ts';
import * as grants from '../tablet/grants.ts';
import * as intake from '../intake/intake.ts';
import { release } from '../results/release.ts';
import * as doomedKeys from '../core/moving-keys/doomed-keys.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as daily from '../daily.ts';
import * as changes from './changes.ts';
import * as rounds from './rounds.ts';

// Without a breakdown by the round, and ending with a half-year: it can grow without moving a date.
const growing = { breakdowns: round.breakdowns.filter(({ unit }) => unit !== 'round') };
const to = (closesOn: string, changed: { today?: string; goalIsForRound?: boolean } = {}) => ({
	closesOn,
	reason: 'Færre har svaret, end vi ventede',
	today: '2026-05-20',
	goalIsForRound: false,
	...changed
});

describe('a later closing day', () => {
	it('adds months and spans after the announced ones, and moves none', () => {
		const { db, keysFolder } = municipality(growing);
		const before = rounds.units(db, round.id);
		expect(changes.extend(db, keysFolder, round.id, to('2026-08-15'))).toEqual({ ok: true });
		const after = rounds.units(db, round.id);
		for (const unit of before) expect(after).toContainEqual(unit);
		const added = after.filter((each) => !before.some(({ unit }) => unit === each.unit));
		expect(added.map(({ unit, publishesOn }) => [unit, publishesOn])).toEqual([
			['2026-07', '2026-08-10'],
			['2026-08', '2026-09-15'],
			['2026-H2', '2026-09-15'],
			['2026-Q3', '2026-09-15']
		]);
		for (const { unit } of added) {
			expect(boxKeys.standing({ keysFolder, round: round.id, unit })).toBeDefined();
		}
		expect(rounds.find(db, round.id)?.round.closesOn).toBe('2026-08-15');
		expect(changes.list(db, round.id)).toEqual([
			{
				n: 1,
				kind: 'extended',
				decidedOn: '2026-05-20',
				closesOn: '2026-06-30',
				reason: 'Færre har svaret, end vi ventede'
			}
		]);
	});

	it('keeps the reason of each, also of two on one day, in their order', () => {
		const byQuarter = round.breakdowns.filter(({ unit }) => unit === 'quarter');
		const { db, keysFolder } = municipality({ breakdowns: byQuarter });
		const reasons = [
			'Færre har svaret, end vi ventede',
			'Sommeren kom i vejen',
			'Skærmene kom sent'
		];
		const days = ['2026-09-15', '2026-12-15', '2027-03-15'];
		const outcomes = days.map((day, at) =>
			changes.extend(db, keysFolder, round.id, { ...to(day), reason: reasons[at] ?? '' })
		);
		const made = outcomes.filter(({ ok }) => ok).length;
		expect(made).toBe(3);
		changes.stop(db, round.id, { reason: 'Der er kommet en ny plan', today: '2026-05-20' });
		const listed = changes.list(db, round.id);
		expect(listed.map(({ reason }) => reason)).toEqual([
			...reasons.slice(0, made),
			'Der er kommet en ny plan'
		]);
		expect(listed.map(({ n }) => n)).toEqual(listed.map((_, at) => at + 1));
		expect(() => db.prepare("update round_change set reason = ''").run()).toThrow('stays');
	});

	it('loses no answer on the way', async () => {
		const { db, keysFolder } = municipality(growing);
		await intake.count(db, keysFolder, many(9, { answeredOn: '2026-06-20' }), '2026-06-20');
		changes.extend(db, keysFolder, round.id, to('2026-08-15', { today: '2026-06-25' }));
		await intake.count(db, keysFolder, many(4, { answeredOn: '2026-07-20' }), '2026-07-20');
		release(db, keysFolder, '2026-07-31');
		await intake.count(db, keysFolder, many(3, { answeredOn: '2026-06-28' }), '2026-08-20');
		release(db, keysFolder, '2026-09-15');
		const total = db
			.prepare<[], number>(
				"select sum(n) from released where breakdown = '' and item = '' and answer = 'answered'"
			)
			.pluck()
			.get();
		expect(total).toBe(16);
	});

	it.each<[string, Parameters<typeof to>, object, changes.Refusal]>([
		['after it has closed', ['2026-08-15', { today: '2026-07-01' }], growing, 'over'],
		['an earlier day', ['2026-06-01'], growing, 'not-later'],
		[
			'a day in the same month, whose late answers would come after its publication',
			['2026-06-30'],
			{ ...growing, closesOn: '2026-06-15' },
			'same-month'
		],
		[
			'a month in a quarter that is announced',
			['2026-06-20'],
			{ ...growing, closesOn: '2026-05-31' },
			'moves-a-date'
		],
		['a breakdown by the round, which would have to wait', ['2026-08-15'], {}, 'moves-a-date']
	])('is refused: %s', (_, args, changed, reason) => {
		const { db, keysFolder } = municipality(changed);
		const before = snapshot(db);
		expect(changes.extend(db, keysFolder, round.id, to(...args))).toEqual({ ok: false, reason });
		expect(snapshot(db)).toEqual(before);
	});

	it('is refused when a goal is for the whole round and its first figures have been seen', () => {
		const { db, keysFolder } = municipality(growing);
		const goal = { goalIsForRound: true, today: '2026-02-09' };
		release(db, keysFolder, '2026-02-10');
		expect(changes.extend(db, keysFolder, round.id, to('2026-08-15', goal))).toEqual({
			ok: false,
			reason: 'figures-seen'
		});
		const other = municipality(growing);
		expect(changes.extend(other.db, other.keysFolder, round.id, to('2026-08-15', goal)).ok).toBe(
			true
		);
	});

	it('is refused where another round has the same questions then', () => {
		const { db, keysFolder } = municipality(growing);
		const next = { id: 'ny', prefix: 'CD', opensOn: '2026-07-01', closesOn: '2026-09-30' };
		rounds.open(db, keysFolder, { ...round, ...next }, questionnaire, 100);
		expect(changes.extend(db, keysFolder, round.id, to('2026-08-15'))).toEqual({
			ok: false,
			reason: 'overlaps'
		});
	});

	it('is offered from the first of the next month, or not at all', () => {
		const day = (changed: object) => changes.earliestExtension({ ...round, ...changed });
		expect(day(growing)).toBe('2026-07-01');
		expect(day({})).toBeUndefined();
		expect(day({ ...growing, closesOn: '2026-05-31' })).toBeUndefined();
	});
});

describe('a stop', () => {
	const stop = { reason: 'Skærmene er gået i stykker', today: '2026-03-05' };

	it('asks nobody new, and keeps what was promised to those who were asked', async () => {
		const { db, keysFolder, kept } = municipality();
		const batch = { round: round.id, prefix: 'AB', month: '2026-03', count: 1 };
		const [code] = codes.make(db, keysFolder, batch);
		const token = grants.make(db, { round: round.id, channel: 'tablet' });
		const before = rounds.units(db, round.id);
		expect(changes.isAsking(db, kept.round, '2026-03-05')).toBe(true);
		expect(changes.stop(db, round.id, stop)).toEqual({ ok: true });
		expect(changes.isAsking(db, kept.round, '2026-03-05')).toBe(false);
		expect(grants.find(db, token)).toMatchObject({ round: round.id });
		expect(rounds.units(db, round.id)).toEqual(before);
		const late = many(1, { channel: 'code', code, answeredOn: '2026-03-20' });
		const [reply] = await intake.count(db, keysFolder, late, '2026-03-20');
		expect(reply?.outcome).toBe('counted');
		expect(changes.stop(db, round.id, stop)).toEqual({ ok: false, reason: 'stopped' });
	});

	it('comes too late for a round that is over', () => {
		const { db } = municipality();
		expect(changes.stop(db, round.id, { ...stop, today: '2026-07-01' })).toEqual({
			ok: false,
			reason: 'over'
		});
	});
});

describe('taking a round back', () => {
	it('leaves nothing of one that has not begun', () => {
		const { db, keysFolder } = municipality();
		expect(changes.withdraw(db, keysFolder, round.id, '2025-12-31')).toEqual({ ok: true });
		expect(rounds.list(db)).toEqual([]);
		expect(snapshot(db)).toEqual({ box: [], unit: [], round: [] });
		expect(boxKeys.list(keysFolder)).toEqual([]);
	});

	it('keeps every key where the file cannot be written', () => {
		const { db, keysFolder } = municipality();
		const before = boxKeys.list(keysFolder);
		db.exec(
			`create trigger no_room before delete on round begin select raise(abort, 'the disk is full'); end`
		);
		expect(() => changes.withdraw(db, keysFolder, round.id, '2025-12-31')).toThrow('full');
		expect(boxKeys.list(keysFolder)).toEqual(before);
		expect(rounds.find(db, round.id)).toBeDefined();
	});

	it('destroys at the next turn what a crash came between', () => {
		const { db, keysFolder } = municipality();
		doomedKeys.doom(db, round.id, '2026-06');
		daily.turn(db, keysFolder, '2025-12-31');
		expect(boxKeys.list(keysFolder).some(({ unit }) => unit === '2026-06')).toBe(false);
		expect(db.prepare('select * from doomed_key').all()).toEqual([]);
	});

	it('is refused once it has begun, or codes are out', () => {
		const { db, keysFolder } = municipality();
		const refused = { ok: false, reason: 'already-begun' };
		expect(changes.withdraw(db, keysFolder, round.id, '2026-01-01')).toEqual(refused);
		codes.handOutPaper(db, { round: round.id, month: '2026-01', count: 5 });
		expect(changes.withdraw(db, keysFolder, round.id, '2025-12-31')).toEqual(refused);
	});
});

const snapshot = (db: Db) =>
	Object.fromEntries(
		['box', 'unit', 'round'].map((table) => [table, db.prepare(`select * from ${table}`).all()])
	);
