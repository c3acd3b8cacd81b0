import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offersHideAnswers, showable } from './suppression.ts';

const shown = (ns: Record<string, number>, forbidden: string[] = []) =>
	[...showable(new Map(Object.entries(ns)), 10, { forbidden: new Set(forbidden) })].sort();

describe('showable', () => {
	it.each([
		['all large enough', { a: 10, b: 30, c: 12 }, ['a', 'b', 'c']],
		['one small takes the next smallest with it', { a: 4, b: 30, c: 12, d: 40 }, ['b', 'd']],
		['two small of ten together are enough', { a: 4, b: 6, c: 12, d: 40 }, ['c', 'd']],
		['two small under ten together are not', { a: 4, b: 5, c: 12, d: 40, e: 50 }, ['d', 'e']],
		['an empty one hides nobody', { a: 0, b: 30, c: 12 }, ['b', 'c']],
		[
			'two nines cannot be anything else, so one more goes',
			{ a: 9, b: 9, c: 10, d: 40, e: 41 },
			['d', 'e']
		],
		['nine and the one above it neither', { a: 9, b: 11, c: 12, d: 40, e: 41 }, ['d', 'e']],
		['of one size all or none', { a: 4, b: 12, c: 12, d: 40, e: 41 }, ['d', 'e']],
		['fewer than two left: nothing', { a: 4, b: 30, c: 12 }, []],
		['only one category holds anyone', { a: 0, b: 30 }, []]
	])('%s', (_, ns, expected) => {
		expect(shown(ns)).toEqual(expected);
	});

	it('hides what must stay hidden, and covers it', () => {
		expect(shown({ a: 50, b: 30, c: 12, d: 40 }, ['a'])).toEqual(['b', 'd']);
	});

	it('never lets the hidden be found by subtraction', () => {
		const sizes = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.nat(30), { minKeys: 2 });
		fc.assert(
			fc.property(sizes, (ns) => {
				const open = shown(ns);
				const hidden = Object.entries(ns).filter(([name, n]) => !open.includes(name) && n > 0);
				const total = hidden.reduce((sum, [, n]) => sum + n, 0);
				expect(open.every((name) => (ns[name] ?? 0) >= 10)).toBe(true);
				if (open.length > 0 && total > 0) {
					expect(total).toBeGreaterThanOrEqual(10);
					expect(hidden.length).toBeGreaterThanOrEqual(2);
				}
			})
		);
	});
});

it('does not let an offer mean an answer', () => {
	expect(offersHideAnswers(19, 10)).toBe(false);
	expect(offersHideAnswers(20, 16)).toBe(false);
	expect(offersHideAnswers(20, 15)).toBe(true);
});
