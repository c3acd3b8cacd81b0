import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	canonical,
	commitmentText,
	firstCalled,
	nextCalled,
	order,
	placeText,
	seedText,
	sha256
} from './draw.ts';

const tickets = [
	['A-001', 'Job'],
	['A-002', 'Unge'],
	['A-003', 'Job'],
	['Ø-4', ''],
	['b5', 'Sygemeldte'],
	['B6', 'Unge'],
	['sag 7', 'Job'],
	['10', 'Unge']
].map(([key = '', team = '']) => ({ key, team }));

/** Made with Python's hashlib, from the printed steps alone. */
const VECTOR = {
	digest: '788c50250e45941f44bf2b4db039a69fab7747fefda877c0e2ca0084caac1265',
	seed: 'daf4d90c0a6b11909a83600d87807234f035f70879ff1a642834cd80455a72e2',
	order: ['sag 7', 'B6', 'A-001', 'A-003', '10', 'b5', 'Ø-4', 'A-002']
};

describe('the same list and numbers', () => {
	it('give the same digest, seed and order on another machine', async () => {
		const digest = await sha256(canonical(tickets));
		expect(digest).toBe(VECTOR.digest);
		const seed = await sha256(seedText(digest, 4711, 23));
		expect(seed).toBe(VECTOR.seed);
		expect((await order(tickets, seed)).map(({ key }) => key)).toEqual(VECTOR.order);
	});

	it('whatever order the list is in', async () => {
		const turned = [...tickets].reverse();
		expect(canonical(turned)).toBe(canonical(tickets));
		const seed = 'a seed';
		expect(await order(turned, seed)).toEqual(await order(tickets, seed));
	});
});

it('is another list when a key or a team is another', () => {
	const [first, ...others] = tickets;
	expect(canonical(others)).not.toBe(canonical(tickets));
	expect(canonical([{ key: first?.key ?? '', team: 'Unge' }, ...others])).not.toBe(
		canonical(tickets)
	);
});

it('lets no two pairs of numbers be the same seed', () => {
	expect(seedText('d', 1, 23)).not.toBe(seedText('d', 12, 3));
	expect(seedText('d', 0, 1)).not.toBe(seedText('d', 1, 0));
	expect(seedText('d', 999_999, 0)).toBe('d999999000000');
	expect(placeText('seed', 'key')).toBe('seedkey');
	expect(commitmentText(7, 'salt')).toBe('000007 salt');
});

/** The same as WebCrypto's, as the vector shows, without its turns of the event loop. */
const fast = async (text: string): Promise<string> =>
	createHash('sha256').update(text).digest('hex');

describe('over 10,000 draws', () => {
	const DRAWS = 10_000;
	const PEOPLE = 20;
	const DRAWN = 5;
	const people = Array.from({ length: PEOPLE }, (_, n) => ({ key: `A${n}`, team: '' }));
	const drawn = Array.from({ length: PEOPLE }, () => 0);
	const first = Array.from({ length: PEOPLE }, () => 0);
	/** How often two neighbours of the list are drawn together. */
	let together = 0;

	/** The chi-square value that one in a thousand fair draws exceeds, for 19 degrees of freedom. */
	const CHI_SQUARE_19 = 43.82;

	it('everyone is drawn equally often, first equally often, and neighbours no more than others', async () => {
		const digest = await fast(canonical(people));
		for (let draw = 0; draw < DRAWS; draw++) {
			// The chair goes on from one number to the next: the seed must spread even such a habit.
			const seed = await fast(seedText(digest, draw, 4711));
			const places = (await order(people, seed))
				.slice(0, DRAWN)
				.map((each) => people.indexOf(each));
			for (const place of places) drawn[place] = (drawn[place] ?? 0) + 1;
			first[places[0] ?? 0] = (first[places[0] ?? 0] ?? 0) + 1;
			together += places.filter((place) => places.includes(place + 1)).length;
		}
		const p = DRAWN / PEOPLE;
		const spread = (counted: number[], expected: number) =>
			counted.reduce((sum, n) => sum + (n - expected) ** 2, 0) / expected;
		expect(spread(first, DRAWS / PEOPLE)).toBeLessThan(CHI_SQUARE_19);
		// Five of twenty without replacement: each count varies less, by (1 − p)·n/(n − 1).
		const corrected = (spread(drawn, DRAWS * p) / (1 - p)) * ((PEOPLE - 1) / PEOPLE);
		expect(corrected).toBeLessThan(CHI_SQUARE_19);
		// 19 pairs of neighbours, each drawn together with probability 5/20 · 4/19.
		const expected = DRAWS * (PEOPLE - 1) * p * ((DRAWN - 1) / (PEOPLE - 1));
		expect(Math.abs(together - expected)).toBeLessThan(4 * Math.sqrt(expected));
	}, 120_000);
});

const teams = (...names: string[]) => names.map((team) => ({ team }));

describe('who is asked', () => {
	it('the first ones', () => {
		const ordered = teams('a', 'a', 'a', 'b', 'c');
		expect(firstCalled(ordered, { wanted: 3, stratified: false })).toEqual([1, 2, 3]);
		expect(firstCalled(ordered, { wanted: 9, stratified: false })).toEqual([1, 2, 3, 4, 5]);
	});

	it('at least one of each team, and else the first ones', () => {
		const ordered = teams('a', 'a', 'a', 'b', 'a', 'c', 'b');
		expect(firstCalled(ordered, { wanted: 4, stratified: true })).toEqual([1, 2, 4, 6]);
		expect(firstCalled(ordered, { wanted: 3, stratified: true })).toEqual([1, 4, 6]);
		expect(firstCalled(ordered, { wanted: 2, stratified: true })).toEqual([1, 4]);
	});

	it.each<[string, number[], number[], number, boolean, number | undefined]>([
		['the next in the order', [1, 2, 3], [1, 3], 2, false, 4],
		['of whatever team', [1, 2, 4], [1, 2], 4, false, 3],
		['nobody when all are called', [1, 2, 3, 4, 5, 6, 7], [1], 2, false, undefined],
		['the next of a team that nobody else speaks for', [1, 2, 4, 6], [1, 2, 6], 4, true, 7],
		['the next of all where another of the team still stands', [1, 2, 4, 6], [2, 4, 6], 1, true, 3],
		['the next of all where the team has nobody left', [1, 2, 4, 6], [1, 2, 4], 6, true, 3]
	])('then %s', (_, called, standing, replaced, stratified, expected) => {
		const ordered = teams('a', 'a', 'a', 'b', 'a', 'c', 'b');
		expect(nextCalled(ordered, { called, standing, replaced, stratified })).toBe(expected);
	});
});
