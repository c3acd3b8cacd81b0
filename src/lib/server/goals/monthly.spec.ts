import { beforeEach, describe, expect, it } from 'vitest';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { answered } from './answered.ts';
import { enter, type Entry } from './figures.ts';
import * as initiatives from './initiatives.ts';
import * as marks from './marks.ts';
import { monthly, months } from './monthly.ts';

const vejen = plans.find('vejen')!;
const TODAY = '2024-12-20';
let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

function put(period: string, value: number, on: string, more: Partial<Entry> = {}): void {
	const entry = {
		goal: 'sick-leave-weeks',
		measure: 'figure',
		period,
		value,
		delivered: String(value),
		source: 'Jobindsats',
		retrievedOn: on,
		...more
	};
	const entered = enter(db, vejen, [entry], { way: 'typed', by: null, today: on });
	if (!entered.ok) throw new Error(JSON.stringify(entered));
}
/** Each figure comes on the tenth of the second month after its own. */
const steady = (values: number[]): void =>
	values.forEach((value, at) => {
		const month = (n: number) =>
			`${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
		put(month(at), value, `${month(at + 2)}-10`);
	});
const STEADY = [30, 31, 29, 30, 31, 30, 29, 30, 31, 29, 30, 31, 30, 29, 30, 31];

describe('a month', () => {
	it('has every figure that came, what is remarkable and what is not', () => {
		steady([...STEADY, 30, 31, 30, 44]);
		expect(months(db).slice(0, 2)).toEqual(['2024-10', '2024-09']);
		const october = monthly(db, vejen, '2024-10', TODAY);
		expect(october.usual).toEqual([]);
		expect(october.remarkable).toMatchObject([
			{
				goal: { id: 'sick-leave-weeks' },
				point: { period: '2024-08', value: 44 },
				remark: { rule: 'beyond-limit', reading: 'worse' },
				yearEarlier: 30,
				isCorrection: false
			}
		]);
		const september = monthly(db, vejen, '2024-09', TODAY);
		expect(september.remarkable).toEqual([]);
		expect(september.usual).toMatchObject([{ remark: { rule: 'no-sure-change' } }]);
	});

	it('still waits for a figure where the one before was corrected', () => {
		put('2024-08', 30, '2024-09-20');
		const awaited = () => monthly(db, vejen, '2024-10', '2024-11-01').awaited.map(({ on }) => on);
		expect(awaited()).toEqual(['2024-10-20']);
		put('2024-08', 31, '2024-10-25', { reason: 'Tastefejl' });
		expect(awaited()).toEqual(['2024-10-20']);
	});

	it('puts no figure beside one of a year before that something else was counted in', () => {
		put('2023-09', 10, '2023-11-10');
		put('2024-09', 30, '2024-11-10');
		const earlier = () => monthly(db, vejen, '2024-11', TODAY).usual[0]?.yearEarlier;
		expect(earlier()).toBe(10);
		const mark = { goal: 'sick-leave-weeks', measure: 'figure', why: 'Ny definition' };
		const by = { by: null, today: '2024-02-01' };
		marks.make(db, vejen, { ...mark, from: '2023-12', kind: 'change' }, by);
		expect(earlier()).toBe(10);
		marks.make(db, vejen, { ...mark, from: '2024-01', kind: 'break' }, by);
		expect(earlier()).toBeNull();
	});

	it('is read as it was seen then: a later correction changes nothing in it', () => {
		steady(STEADY);
		put('2024-04', 99, '2024-11-05', { reason: 'Byttet om' });
		expect(monthly(db, vejen, '2024-06', TODAY).usual).toMatchObject([{ point: { value: 31 } }]);
		expect(monthly(db, vejen, '2024-11', TODAY).remarkable).toMatchObject([
			{ point: { period: '2024-04', value: 99 }, isCorrection: true }
		]);
	});

	it('says what was to have come and had not', () => {
		steady(STEADY);
		expect(monthly(db, vejen, '2024-06', TODAY).awaited).toEqual([]);
		expect(monthly(db, vejen, '2024-08', TODAY).awaited).toMatchObject([
			{ goal: { id: 'sick-leave-weeks' } }
		]);
	});

	it('has what was moved in it, and what was late when it was over', () => {
		const written = { heard: 'Brevet', does: 'Skriv det om', why: null, owner: null, next: null };
		const begun = initiatives.begin(
			db,
			{ kind: 'theme' },
			{ ...written, due: '2024-09-15', isPublic: true },
			{ by: null, today: '2024-08-01' }
		);
		if (!begun.ok) throw new Error(begun.reason);
		const own = (month: string) => {
			const { moved, overdue } = monthly(db, vejen, month, TODAY);
			return [moved.length, overdue.filter(({ heard }) => heard !== '').length];
		};
		expect(answered(db, vejen)).toEqual([]);
		const done = { to: 'done', note: null, by: null, today: '2024-10-02' } as const;
		expect(initiatives.move(db, vejen, begun.id, done).ok).toBe(true);
		expect(['2024-07', '2024-08', '2024-09', '2024-10'].map(own)).toEqual([
			[0, 0],
			[0, 0],
			[0, 1],
			[1, 0]
		]);
		// And then it is told to those who said it.
		expect(answered(db, vejen)).toMatchObject([{ heard: 'Brevet', state: 'done' }]);
	});
});
