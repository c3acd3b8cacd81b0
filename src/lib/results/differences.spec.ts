import { expect, it } from 'vitest';
import { load } from '../i18n/messages.ts';
import { comparedWords, differences, quantileOf } from './differences.ts';
import type { Figure } from './figure.ts';
import { localeOf } from './locale.ts';
import { wilson } from './statistics.ts';

const shown = (k: number, n: number): Figure => ({
	state: 'shown',
	series: 'asked',
	response: null,
	n,
	share: { k, n },
	interval: wilson(k / n, n),
	mean: null,
	distribution: { points: [0, 0, n - k, k, 0], na: 0, unclear: 0, skipped: 0 }
});
const groups = (...shares: [number, number][]) =>
	shares.map(([k, n], at) => ({ name: 'ABCDEFG'[at] ?? '', figure: shown(k, n) }));

it.each([
	[0.975, 1.95996],
	[0.995, 2.57583],
	[1 - 0.025 / 21, 3.03816]
])('the quantile of %f', (probability, z) => expect(quantileOf(probability)).toBeCloseTo(z, 2));

it('says which groups differ, which of them is higher, and by how much as it is printed', () => {
	const [found, ...others] = differences(groups([30, 100], [80, 100]));
	expect(others).toEqual([]);
	expect(found).toMatchObject({ higher: 'B', lower: 'A', points: 50 });
	// By hand from Wilson's limits, 0.2189–0.3958 and 0.7112–0.8666, at the ordinary quantile: there is one pair.
	expect(found?.interval.low).toBeCloseTo(0.3693, 3);
	expect(found?.interval.high).toBeCloseTo(0.605, 3);
});

it('cannot tell groups apart whose difference may be chance', () => {
	expect(differences(groups([60, 100], [65, 100], [62, 100]))).toEqual([]);
});

it('asks for more where more pairs are looked at', () => {
	const pair: [number, number][] = [
		[55, 100],
		[70, 100]
	];
	expect(differences(groups(...pair))).toHaveLength(1);
	const between: [number, number][] = [
		[62, 100],
		[63, 100],
		[62, 100],
		[63, 100]
	];
	expect(differences(groups(...pair, ...between))).toEqual([]);
});

it('leaves out what is hidden', () => {
	const hidden: Figure = { state: 'hidden' };
	expect(differences([...groups([10, 100]), { name: 'H', figure: hidden }])).toEqual([]);
});

it('says it in words, and that the others cannot be told apart', async () => {
	const locale = localeOf(await load('da', 'results'), 'da');
	const words = (...shares: [number, number][]) =>
		comparedWords(
			locale,
			['Job', 'Unge', 'Syge'],
			shares.map(([k, n]) => shown(k, n))
		);
	expect(words([60, 100], [62, 100])).toEqual([
		'Grupperne kan ikke skelnes: Forskellene kan være tilfældige.'
	]);
	expect(words([30, 100], [80, 100])[0]).toBe(
		'Unge ligger 50 procentpoint over Job. Forskellen er nok mellem 37 og 60.'
	);
	expect(words([30, 100], [80, 100], [75, 100]).at(-1)).toContain('kan ikke skelnes');
	expect(words([30, 100])).toEqual([]);
});
