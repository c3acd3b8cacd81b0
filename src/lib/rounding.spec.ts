import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perCent, rounded } from './rounding.ts';

describe('per cent of k of n, half up', () => {
	const CASES: [k: number, n: number, whole: number, oneDecimal: number][] = [
		// As floating point it is 63.74999… and was 63.7.
		[51, 80, 64, 63.8],
		[1, 8, 13, 12.5],
		[29, 80, 36, 36.3],
		[0, 7, 0, 0],
		[7, 7, 100, 100],
		[1, 3, 33, 33.3],
		[2, 3, 67, 66.7],
		[1, 200, 1, 0.5],
		[3, 200, 2, 1.5],
		[57, 200, 29, 28.5],
		[115, 200, 58, 57.5],
		[1, 2000, 0, 0.1],
		[1, 2001, 0, 0],
		[199, 200, 100, 99.5],
		[1999, 2000, 100, 100],
		[161, 400, 40, 40.3],
		[1, 16, 6, 6.3],
		[999_999, 1_000_000, 100, 100]
	];
	it.each(CASES)('%i of %i', (k, n, whole, oneDecimal) => {
		expect(perCent({ k, n })).toBe(whole);
		expect(perCent({ k, n }, 1)).toBe(oneDecimal);
	});

	it('is what whole numbers of any size say', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1_000_000 }),
				fc.nat(1_000_000),
				fc.integer({ min: 0, max: 2 }),
				(n, some, decimals) => {
					const k = some % (n + 1);
					const units = BigInt(100 * 10 ** decimals);
					const exact = (2n * BigInt(k) * units + BigInt(n)) / (2n * BigInt(n));
					expect(perCent({ k, n }, decimals)).toBe(Number(exact) / 10 ** decimals);
				}
			),
			{ numRuns: 5000 }
		);
	});

	it('turns every half up', () => {
		for (let n = 8; n <= 2000; n += 8) {
			for (let k = 1; k < n; k += 1) {
				// In tenths of a per cent, doubled: odd and whole is a half.
				const doubled = (2000 * k) / n;
				if (!Number.isInteger(doubled) || doubled % 2 === 0) continue;
				expect(perCent({ k, n }, 1)).toBe((doubled + 1) / 2 / 10);
			}
		}
	});
});

it('rounds a mean by its sum and its number', () => {
	expect(rounded({ k: 201, n: 200 }, 2)).toBe(1.01);
	expect(rounded({ k: 867, n: 200 }, 2)).toBe(4.34);
	expect(rounded({ k: 3, n: 1 }, 2)).toBe(3);
});

it('rounds what is no fraction half up too', () => {
	expect(perCent(0.575)).toBe(58);
	expect(perCent(0.285)).toBe(29);
	expect(perCent(0.57, 1)).toBe(57);
	expect(perCent(0.2849)).toBe(28);
	expect(rounded(1.005, 2)).toBe(1.01);
});

it('rounds a difference towards the higher number', () => {
	expect(rounded({ k: -5, n: 2 })).toBe(-2);
	expect(rounded({ k: -7, n: 4 })).toBe(-2);
	expect(rounded(-2.5)).toBe(-2);
});
