import { describe, expect, it } from 'vitest';
import { alarms } from '../../../tests/goals/xmr-again.ts';
import type { Mark, Point } from './series.ts';
import { shifted } from './period.ts';
import { capability, limitsOf, meanRange, readingOf, signsOf, xmr } from './xmr.ts';

const points = (values: readonly number[], from = '2024-01'): Point[] =>
	values.map((value, at) => ({
		period: shifted(from, at),
		value,
		national: null,
		expected: null,
		isProvisional: false
	}));
/** The rules of each point, briefly: `L` beyond a limit, `R` run, `T` trend, `3` two of three; `.` none. */
const marked = (values: readonly number[], marks: Mark[] = []): string =>
	xmr(points(values), marks)
		.map(({ points: own }) =>
			own.map(({ signs }) => signs.map(({ rule }) => SHORT[rule]).join('') || '.').join(' ')
		)
		.join(' | ');
const SHORT = {
	'beyond-limit': 'L',
	'run-of-seven': 'R',
	'trend-of-seven': 'T',
	'two-of-three': '3'
};
const repeated = (values: number[], times: number): number[] =>
	Array.from({ length: times }, () => values).flat();

// Twelve points 10, 12, 10, 12 …: mean 11, every moving range 2, so the limits are 11 ± 5.32 and two thirds lie at 11 ± 3.5467.
const STEADY = repeated([10, 12], 6);

describe('limits, worked by hand', () => {
	it('are the mean and 2.66 mean moving ranges to either side', () => {
		const { mean, lower, upper, isProvisional } = limitsOf(STEADY);
		expect([mean, isProvisional]).toEqual([11, false]);
		expect(lower).toBeCloseTo(5.68, 10);
		expect(upper).toBeCloseTo(16.32, 10);
	});

	it('leave out a moving range of 3.267 mean ones or more, once', () => {
		// Ranges 1 × 9, then 10 and 10: mean 29/11 = 2.636, and 3.267 of it is 8.613. Without the two the mean is 1.
		expect(meanRange([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 11, 1])).toBe(1);
		// Ranges 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 30: mean 43/11; the 30 goes (≥ 12.77). The 4 would go at a second look (≥ 4.25? no: 13/10 × 3.267 = 4.247), and stays.
		expect(meanRange([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 5, 35])).toBeCloseTo(1.3, 10);
	});

	it('are the mean itself where nothing ever moves', () => {
		expect(limitsOf(repeated([7], 12))).toEqual({
			mean: 7,
			lower: 7,
			upper: 7,
			isProvisional: false
		});
		expect(marked(repeated([7], 20))).toBe(Array(20).fill('.').join(' '));
	});

	it('tell nothing of a series that never moves, whatever the last bit of its mean is', () => {
		const x = Array.from({ length: 999 }, (_, at) => (at + 1) / 10);
		const series = x.map((value) => ({ value, values: repeated([value], 14) }));
		expect(series.filter(({ values }) => marked(values) !== Array(14).fill('.').join(' '))).toEqual(
			[]
		);
		for (const better of ['higher', 'lower'] as const) {
			const told = series.map(({ value, values }) => capability(limitsOf(values), value, better));
			expect(new Set(told)).toEqual(new Set(['either']));
		}
	});

	it.each([
		[10.1, 10.3, 10.2],
		[20.1, 20.5, 20.3],
		[0.1, 0.3, 0.2],
		[61.2, 61.8, 61.5]
	])('take points on the mean of %d and %d for what they are', (low, high, mean) => {
		const on = repeated([mean], 7);
		expect(marked([...repeated([low, high], 6), ...on])).not.toMatch(/[LRT3]/);
	});

	it('are provisional under twelve points, and then nothing is remarkable', () => {
		const eleven = [...STEADY.slice(0, 10), 90];
		expect(limitsOf(eleven).isProvisional).toBe(true);
		expect(
			xmr(points(eleven), []).flatMap((each) => each.points.flatMap(({ signs }) => signs))
		).toEqual([]);
	});

	it('lock at twelve: what comes later does not move them', () => {
		const [segment] = xmr(points([...STEADY, 40, 50, 60]), []);
		expect(segment?.limits).toEqual(limitsOf(STEADY));
	});

	it('are set anew where a person marks a change, and nowhere else', () => {
		const mark: Mark = { from: '2025-01', kind: 'change', on: '2025-02-01', why: 'Ny arbejdsgang' };
		const moved = [...STEADY, ...repeated([20, 22], 6)];
		expect(marked(moved)).toMatch(/L/);
		const segments = xmr(points(moved), [mark]);
		expect(segments.map(({ limits, mark: at }) => [limits.mean, at?.why])).toEqual([
			[11, undefined],
			[21, 'Ny arbejdsgang']
		]);
		expect(marked(moved, [mark])).not.toMatch(/[LRT3]/);
	});

	it('never reach over a break: eleven points behind it are provisional again', () => {
		const mark: Mark = { from: '2025-01', kind: 'break', on: '2025-02-01', why: 'Ny definition' };
		const segments = xmr(points([...STEADY, ...repeated([20, 22], 5)]), [mark]);
		expect(segments.map(({ limits }) => limits.isProvisional)).toEqual([false, true]);
	});
});

describe('what is remarkable, worked by hand', () => {
	it.each<[string, number[], string]>([
		['nothing', [11, 12, 10], '. . .'],
		['a point just within the upper limit of 16.32', [16.3], '.'],
		['a point over it', [16.4], 'L'],
		['a point under the lower limit of 5.68', [5.6], 'L'],
		['six over the mean', [13, 12.5, 13, 12.5, 13, 10], '. . . . . .'],
		// The twelfth point is 12, so six more over the mean make seven.
		['seven over the mean', [13, 12.5, 13, 12.5, 13, 12.5], 'R R R R R R'],
		[
			'a point on the mean breaks a run',
			[13, 12.5, 11, 12.5, 13, 12.5, 13, 12.5],
			'. . . . . . . .'
		],
		['seven falling', [13, 12.6, 11.5, 10.5, 10, 9.5, 9, 9.2], 'T T T T T T T .'],
		['two equal break a trend', [13, 12, 12, 10.5, 10, 9.5, 9], '. . . . . . .'],
		['two of three near the upper limit', [10, 15, 12, 15, 10], '. 3 3 3 .'],
		['two of three, but one on the other side', [10, 15, 10, 15, 10], '. . . . .'],
		['two of three near one limit each', [10, 15, 7, 10], '. . . .']
	])('%s', (_, after, expected) => {
		expect(
			marked([...STEADY, ...after])
				.split(' ')
				.slice(12)
				.join(' ')
		).toBe(expected);
	});

	it('marks every point of a run, also those before the limits locked', () => {
		expect(
			marked([...STEADY, 13, 12.5, 13, 12.5, 13, 12.5])
				.split(' ')
				.slice(10)
				.join(' ')
		).toBe('. R R R R R R R');
	});

	it('may mark a point by several rules', () => {
		const signs = signsOf([...STEADY, 15, 15, 17], limitsOf(STEADY));
		expect(signs.at(-1)).toEqual([
			{ rule: 'beyond-limit', side: 'up' },
			{ rule: 'two-of-three', side: 'up' }
		]);
	});

	it('is better or worse by the plan’s direction, and neutral where the signs disagree', () => {
		const up = { rule: 'beyond-limit', side: 'up' } as const;
		const down = { rule: 'trend-of-seven', side: 'down' } as const;
		expect(readingOf([up], 'higher')).toBe('better');
		expect(readingOf([up], 'lower')).toBe('worse');
		expect(readingOf([down], 'lower')).toBe('better');
		expect(readingOf([up, down], 'lower')).toBe('neutral');
		expect(readingOf([up], 'neither')).toBe('neutral');
	});
});

describe('against a goal', () => {
	const limits = limitsOf(STEADY);
	it.each([
		['higher', 17, 'cannot'],
		['higher', 16.32, 'either'],
		['higher', 5.7, 'either'],
		['higher', 5, 'always'],
		['lower', 17, 'always'],
		['lower', 11, 'either'],
		['lower', 5, 'cannot']
	] as const)('%s is better, and %d is wanted: %s', (better, goal, expected) => {
		expect(capability(limits, goal, better)).toBe(expected);
	});
	it('says nothing from provisional limits, or where neither way is better', () => {
		expect(capability(limitsOf(STEADY.slice(1)), 17, 'higher')).toBeNull();
		expect(capability(limits, 17, 'neither')).toBeNull();
	});
});

it('agrees point by point with an independent second implementation on 1,000 series', () => {
	let seed = 20261129;
	const next = () => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return seed / 2147483648;
	};
	const bell = () => next() + next() + next() + next() - 2;
	let remarkable = 0;
	for (let n = 0; n < 1000; n++) {
		// Whole numbers and tenths give ties, which is where rules differ: one series in three is of each.
		const drift = n % 4 === 0 ? (next() - 0.5) / 2 : 0;
		const values = Array.from({ length: 24 }, (_, at) => {
			const value = 50 + bell() * 6 + drift * at;
			return n % 3 === 0 ? Math.round(value) : n % 3 === 1 ? Math.round(value * 10) / 10 : value;
		});
		const ours = xmr(points(values), []).flatMap((each) =>
			each.points.map(({ signs }) => signs.map(({ rule, side }) => `${rule} ${side}`).sort())
		);
		expect(ours, values.join(' ')).toEqual(alarms(values));
		remarkable += ours.filter((signs) => signs.length > 0).length;
	}
	expect(remarkable).toBeGreaterThan(500);
});
