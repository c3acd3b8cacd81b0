import { describe, expect, it } from 'vitest';
import { answersToSettle, meanOf, newcombe, shareOf, studentT, wilson } from './statistics.ts';

describe('wilson', () => {
	it.each([
		[80, 100, 71.1171, 86.6633],
		[820, 1000, 79.4978, 84.2573],
		[24, 30, 62.6943, 90.4949],
		[9, 9, 70.0855, 100]
	])('%i of %i', (k, n, low, high) => {
		const interval = wilson(k / n, n);
		expect(interval.low * 100).toBeCloseTo(low, 4);
		expect(interval.high * 100).toBeCloseTo(high, 4);
	});

	it.each([
		[5, 38, 96],
		[10, 49, 94],
		[20, 58, 92],
		[30, 63, 90],
		[50, 67, 89],
		[100, 71, 87],
		[200, 74, 85],
		[300, 75, 84]
	])('80 %% of %i, rounded', (n, low, high) => {
		const interval = wilson(0.8, n);
		expect([interval.low, interval.high].map((bound) => Math.round(bound * 100))).toEqual([
			low,
			high
		]);
	});

	it('stays within 0 and 1', () => {
		for (let n = 1; n <= 1000; n++) {
			expect([wilson(0, n).low, wilson(1, n).high]).toEqual([0, 1]);
		}
	});
});

// The worked cases of Newcombe 1998, table II, method 10.
describe('newcombe', () => {
	it.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[6, 7, 2, 7, 0.0582, 0.8062],
		[5, 56, 0, 29, -0.0381, 0.1926],
		[0, 10, 0, 10, -0.2775, 0.2775],
		[10, 10, 0, 10, 0.6075, 1]
	])('%i/%i − %i/%i', (a, m, b, n, low, high) => {
		const interval = newcombe({ share: a / m, n: m }, { share: b / n, n });
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});
});

describe('mean', () => {
	it.each([
		[29, 2.04523],
		[30, 2.04227],
		[40, 2.02108],
		[60, 2.0003],
		[120, 1.97993],
		[1000, 1.96234]
	])('t(0.975, %i)', (degrees, t) => {
		expect(studentT(degrees)).toBeCloseTo(t, 5);
	});

	it('has a t interval', () => {
		// 10 each of 3, 4 and 5: s² = 20/29, so half = 2.04523 · √(20/29/30).
		const mean = meanOf([0, 0, 10, 10, 10]);
		expect(mean?.value).toEqual({ k: 120, n: 30 });
		expect(mean?.interval.low).toBeCloseTo(4 - 2.04523 * Math.sqrt(20 / 29 / 30), 5);
		expect(mean?.interval.high).toBeCloseTo(4 + 2.04523 * Math.sqrt(20 / 29 / 30), 5);
	});

	it('is not given under 30 answers, nor without spread', () => {
		expect(meanOf([0, 0, 9, 10, 10])).toBeNull();
		expect(meanOf([0, 0, 0, 0, 40])).toBeNull();
	});

	it('never leaves the scale', () => {
		expect(meanOf([0, 0, 0, 1, 29])?.interval.high).toBe(5);
	});
});

it('counts "neither" in the denominator of a share', () => {
	expect(shareOf([1, 1, 2, 3, 3])).toEqual({ k: 6, n: 10 });
});

describe('answers that would settle it', () => {
	it.each([
		[0.82, 0.8],
		[0.78, 0.8],
		[0.9, 0.8],
		[0.5, 0.75]
	])('%f against %f: enough, and not one fewer', (share, goal) => {
		const n = answersToSettle(share, goal);
		const settles = (answers: number) =>
			share > goal ? wilson(share, answers).low >= goal : wilson(share, answers).high < goal;
		expect(settles(n)).toBe(true);
		expect(settles(n - 1)).toBe(false);
	});

	it('never come where the share is the goal', () => {
		expect(answersToSettle(0.8, 0.8)).toBe(Infinity);
	});
});
