import { describe, expect, it } from 'vitest';
import { newestOf, periodsOf, quartersOf, wholeRound, type Unit } from './period.ts';

const units = (states: { [month: string]: Unit['state'] }): Unit[] =>
	Object.entries(states).map(([unit, state]) => ({ unit, kind: 'month', state }));

const year = units({
	'2026-01': 'released',
	'2026-02': 'released',
	'2026-03': 'carried',
	'2026-04': 'released',
	'2026-05': 'carried',
	'2026-06': 'carried',
	'2026-07': 'carried',
	'2026-08': 'hidden'
});

describe('a period', () => {
	it('says which quarters are not in it', () => {
		expect(wholeRound(year).without).toEqual(['2026-Q3']);
		expect(periodsOf('year', year)[0]).toMatchObject({ name: '2026', without: ['2026-Q3'] });
	});

	it('has a carried month in the next one’s figures, and so is not without it', () => {
		const carried = units({ '2026-03': 'carried', '2026-04': 'released' });
		expect(wholeRound(carried).without).toEqual([]);
	});

	it('is over when no month of it is open', () => {
		const open = units({ '2026-03': 'released', '2026-04': 'open' });
		expect(periodsOf('quarter', open).map(({ name, isOver }) => [name, isOver])).toEqual([
			['2026-Q1', true],
			['2026-Q2', false]
		]);
		expect(wholeRound(open)).toMatchObject({ isOver: false, months: ['2026-03'] });
	});

	it('of a goal is the newest that is over, else the one under way', () => {
		const open = units({ '2026-03': 'released', '2026-04': 'released', '2026-05': 'open' });
		expect(newestOf('quarter', open).name).toBe('2026-Q1');
		expect(newestOf('year', open)).toMatchObject({ name: '2026', isOver: false });
		expect(newestOf('round', open).name).toBe('round');
	});

	it('has the quarters that lie wholly within it', () => {
		const [half] = periodsOf('half-year', year);
		expect(half && quartersOf(half, year).map(({ name }) => name)).toEqual(['2026-Q1', '2026-Q2']);
	});
});
