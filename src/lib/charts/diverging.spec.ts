import { describe, expect, it } from 'vitest';
import { segments, spanOf } from './diverging.ts';

const tenth = (at: number): number => Math.round(at * 1000) / 1000;

describe('diverging segments', () => {
	it('have half of the neutral part on each side of zero', () => {
		expect(
			segments([1, 1, 2, 4, 2]).map(({ part, from, to }) => [part, tenth(from), tenth(to)])
		).toEqual([
			[0, -0.3, -0.2],
			[1, -0.2, -0.1],
			[2, -0.1, 0.1],
			[3, 0.1, 0.5],
			[4, 0.5, 0.7]
		]);
	});

	it('are as wide as their shares, together one row', () => {
		const row = segments([3, 0, 5, 0, 12]);
		expect(row.map(({ from, to }) => Math.round((to - from) * 100))).toEqual([15, 0, 25, 0, 60]);
	});

	it('share one span', () => {
		const [low, high] = spanOf([segments([0, 0, 0, 0, 4]), segments([2, 1, 2, 4, 1])]);
		expect(low).toBeCloseTo(-0.4);
		expect(high).toBe(1);
	});
});
