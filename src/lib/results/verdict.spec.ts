import { describe, expect, it } from 'vitest';
import { wilson } from './statistics.ts';
import { change, settledBy, verdict } from './verdict.ts';

describe('verdict', () => {
	it.each([
		['reached', { low: 0.8, high: 0.9 }],
		['undecided', { low: 0.7999, high: 0.9 }],
		['undecided', { low: 0.7, high: 0.8 }],
		['not-reached', { low: 0.7, high: 0.7999 }]
	])('%s', (expected, interval) => {
		expect(verdict(interval, 0.8)).toBe(expected);
	});

	it('82 % of 214 answers does not decide a goal of 80 %', () => {
		expect(verdict(wilson(0.82, 214), 0.8)).toBe('undecided');
	});
});

it('where everybody agrees, a goal of 100 % is never missed', () => {
	for (let n = 1; n <= 1000; n++) expect(verdict(wilson(1, n), 1)).toBe('undecided');
});

describe('the answers that would settle it', () => {
	it('are given within a year’s offers', () => {
		expect(settledBy(0.85, 0.8, 1000)).toBe(246);
	});
	it('are not promised beyond them', () => {
		expect(settledBy(0.82, 0.8, 1000)).toBeNull();
		expect(settledBy(0.8, 0.8, 1000)).toBeNull();
	});
});

describe('change', () => {
	it.each([
		['better', 0.82, 900, 0.75, 900],
		['worse', 0.7, 900, 0.75, 900],
		['no-clear-change', 0.82, 90, 0.75, 90]
	])('%s', (expected, share, n, before, beforeN) => {
		expect(change({ share, n }, { share: before, n: beforeN })).toBe(expected);
	});
	it('is not judged against a baseline whose n nobody knows', () => {
		expect(change({ share: 0.99, n: 5000 }, { share: 0.75, n: null })).toBe('baseline-unknown');
	});
});
