import { beforeEach, describe, expect, it } from 'vitest';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { enter, FINAL, REVISED, rows, type Entry } from './figures.ts';
import * as marks from './marks.ts';
import * as series from './series.ts';

const vejen = plans.find('vejen')!;
const today = '2024-11-20';
let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

const weeks = (period: string, value: number | null, more: Partial<Entry> = {}): Entry => ({
	goal: 'sick-leave-weeks',
	measure: 'figure',
	period,
	value,
	delivered: String(value ?? '..'),
	source: 'Jobindsats',
	table: { id: 'y07a07', name: 'Varighed' },
	retrievedOn: today,
	...more
});
const put = (...entries: Entry[]) => enter(db, vejen, entries, { way: 'typed', by: null, today });
const points = () => series.find(db, 'sick-leave-weeks', 'figure')?.points;

describe('a registered figure', () => {
	it('is kept with its source, table, day and when the next is expected', () => {
		expect(put(weeks('2024-09', 29.1, { national: 33.4, note: 'Foreløbig optælling' }))).toEqual({
			ok: true,
			added: 1,
			corrected: 0,
			same: 0
		});
		expect(rows(db)).toEqual([
			expect.objectContaining({
				period: '2024-09',
				value: 29.1,
				national: 33.4,
				source: 'Jobindsats',
				table: { id: 'y07a07', name: 'Varighed' },
				retrievedOn: today,
				// September came 51 days after its end, so October is expected as late.
				nextExpected: '2024-12-21',
				note: 'Foreløbig optælling',
				corrects: null
			})
		]);
	});

	it('is not doubled when it comes again', () => {
		put(weeks('2024-09', 29.1));
		expect(put(weeks('2024-09', 29.1), weeks('2024-08', 30))).toMatchObject({ added: 1, same: 1 });
		expect(points()).toHaveLength(2);
	});

	it('is never overwritten: another value needs a reason, and both stay', () => {
		put(weeks('2024-09', 29.1));
		expect(put(weeks('2024-09', 28.4))).toEqual({
			ok: false,
			problems: [{ at: 0, reason: 'needs-reason', there: 29.1 }]
		});
		expect(put(weeks('2024-09', 28.4, { reason: 'Tastefejl' }))).toMatchObject({ corrected: 1 });
		expect(points()?.map(({ value }) => value)).toEqual([28.4]);
		expect(series.find(db, 'sick-leave-weeks', 'figure')?.history).toEqual([
			expect.objectContaining({ value: 28.4, reason: 'Tastefejl', corrects: '1' }),
			expect.objectContaining({ value: 29.1, reason: null, corrects: null })
		]);
		expect(() => db.exec('update registered_figure set value = 1')).toThrow(/never changes/);
		expect(() => db.exec('delete from registered_figure')).toThrow(/never goes/);
	});

	it('that is provisional is corrected by its source without more words', () => {
		put(weeks('2024-09', 29.1, { isProvisional: true }));
		expect(put(weeks('2024-09', 29.4, { isProvisional: true }))).toMatchObject({ corrected: 1 });
		expect(put(weeks('2024-09', 29.4))).toMatchObject({ corrected: 1 });
		expect(rows(db).map(({ reason }) => reason)).toEqual([null, REVISED, FINAL]);
		expect(points()).toEqual([
			{ period: '2024-09', value: 29.4, national: null, expected: null, isProvisional: false }
		]);
	});

	it('that is corrected leaves the day of the next one where it was', () => {
		put(weeks('2024-09', 29.1, { retrievedOn: '2024-10-20', isProvisional: true }));
		const next = () => series.find(db, 'sick-leave-weeks', 'figure')?.nextExpected;
		expect(next()).toBe('2024-11-20');
		put(weeks('2024-09', 29.4, { isProvisional: true }));
		put(weeks('2024-09', 29.4));
		put(weeks('2024-09', 29.5, { reason: 'Tastefejl', nextExpected: null }));
		expect(rows(db)).toHaveLength(4);
		expect(next()).toBe('2024-11-20');
		// Who says another day is believed, and the next figure says it anew.
		put(weeks('2024-09', 29.6, { reason: 'Kilden siger det', nextExpected: '2024-12-24' }));
		expect(next()).toBe('2024-12-24');
		put(weeks('2024-10', 29, { retrievedOn: '2024-11-20' }));
		expect(next()).toBe('2024-12-20');
	});

	it('that the source does not have leaves a hole, not a nought', () => {
		put(weeks('2024-07', 30), weeks('2024-08', null), weeks('2024-09', 29));
		expect(points()?.map(({ period }) => period)).toEqual(['2024-07', '2024-09']);
	});

	it('is refused together with all it came with', () => {
		const refused = put(
			weeks('2024-09', 29),
			weeks('2024-Q3', 29),
			weeks('2024-12', 29),
			{ ...weeks('2024-09', 29), measure: 'other' },
			{ ...weeks('2024-09', 80), goal: 'satisfied' }
		);
		expect(refused).toEqual({
			ok: false,
			problems: [
				{ at: 1, reason: 'other-kind-of-period', there: null },
				{ at: 2, reason: 'not-over', there: null },
				{ at: 3, reason: 'unknown', there: null },
				{ at: 4, reason: 'unknown', there: null }
			]
		});
		expect(rows(db)).toEqual([]);
	});
});

describe('a mark in a series', () => {
	const at = { goal: 'sick-leave-weeks', measure: 'figure', from: '2024-05' };
	const mark = (more: Partial<marks.NewMark> = {}) =>
		marks.make(
			db,
			vejen,
			{ ...at, kind: 'break', why: 'Ny opgørelse', ...more },
			{ by: null, today }
		);

	it('stands with its reason, and once', () => {
		expect(mark()).toEqual({ ok: true });
		expect(mark()).toEqual({ ok: false, reason: 'twice' });
		expect(series.find(db, at.goal, at.measure)?.marks).toEqual([
			expect.objectContaining({ from: '2024-05', kind: 'break', why: 'Ny opgørelse', on: today })
		]);
	});

	it('needs a reason and a period of the series', () => {
		expect(mark({ why: ' ' })).toEqual({ ok: false, reason: 'no-reason' });
		expect(mark({ from: '2024-Q2' })).toEqual({ ok: false, reason: 'other-kind-of-period' });
		expect(mark({ goal: 'satisfied' })).toEqual({ ok: false, reason: 'unknown' });
	});

	it('that was set wrongly counts no more, and can be set anew', () => {
		mark();
		const [kept] = marks.list(db);
		expect(marks.withdraw(db, kept!.id, today)).toBe(true);
		expect(marks.withdraw(db, kept!.id, today)).toBe(false);
		expect(series.find(db, at.goal, at.measure)?.marks ?? []).toEqual([]);
		expect(mark()).toEqual({ ok: true });
	});
});
