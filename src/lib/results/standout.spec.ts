import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standingOut, type TeamAsked } from './standout.ts';

const team = (name: string, notAsked: number, offered: number): TeamAsked => ({
	team: name,
	notAsked,
	offered
});

it.each([
	['one team that asks half as often', [60, 60], ['nord']],
	['a difference that may be chance', [10, 40], []],
	['a certain difference of few points', [160, 840], []],
	['nothing yet', [0, 0], []],
	['never asked, but hardly met', [5, 0], []],
	['never asked', [20, 0], ['nord']]
] as const)('%s', (_, [notAsked, offered], expected) => {
	const teams = [team('nord', notAsked, offered), team('syd', 50, 450), team('vest', 50, 450)];
	expect(standingOut(teams, 5)).toEqual(expected);
});

it('keeps the order given, and may name several', () => {
	const teams = [team('b', 80, 60), team('a', 100, 60), team('c', 50, 450), team('d', 50, 450)];
	expect(standingOut(teams, 5)).toEqual(['b', 'a']);
});

it('says nothing where there is nobody to compare with', () => {
	expect(standingOut([team('nord', 100, 10)], 5)).toEqual([]);
});

it('names nobody by the rounding alone: the exact counts would say the same', () => {
	const count = fc.integer({ min: 0, max: 300 });
	const teams = fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 6 });
	const down = (n: number) => n - (n % 5);
	fc.assert(
		fc.property(teams, (counts) => {
			const exact = counts.map(([not, asked], i) => team(`t${i}`, not, asked));
			const rounded = exact.map((each) => team(each.team, down(each.notAsked), down(each.offered)));
			const known = standingOut(exact, 1);
			for (const named of standingOut(rounded, 5)) expect(known).toContain(named);
		}),
		{ numRuns: 2000 }
	);
});

it('lets chance name a team once in thousands of looks, and five even teams hardly ever', () => {
	let seed = 7;
	const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	const drawn = (n: number, p: number) =>
		Array.from({ length: n }, random).filter((each) => each < p).length;
	let named = 0;
	for (let look = 0; look < 1000; look++) {
		const teams = ['a', 'b', 'c', 'd', 'e'].map((name) => {
			const notAsked = drawn(120, 0.15);
			return team(name, notAsked, 120 - notAsked);
		});
		named += standingOut(teams, 1).length;
	}
	expect(named).toBe(0);
});
