import { expect, it } from 'vitest';
import { compare, type Comparable } from './comparison.ts';

const WORDS = 'Hvor tilfreds er du?';
const of = (
	name: string,
	{ low = 60, high = 80, text = WORDS, series = 'asked' as const, breakdown = '' } = {}
): Comparable => ({
	oejenhoejde: 1,
	municipality: name.toLowerCase(),
	name,
	rounds: [
		{
			id: '2026',
			name: { da: 'Målingen 2026' },
			opensOn: '2026-01-01',
			closesOn: '2026-12-31',
			items: [{ id: `item-${name.length}`, text: { da: text }, scale: 'satisfaction' }],
			figures: [
				{
					...{ kind: 'round', period: 'round', series, breakdown, item: `item-${name.length}` },
					...{ n: 100, share: (low + high) / 2, low, high },
					...{ answered: 101, offered: 300, responseRate: 33.7 }
				}
			]
		}
	]
});

it('stands in the alphabet’s order whatever the figures are', () => {
	const rows = (own: Comparable, others: Comparable[]) =>
		compare(own, others)[0]?.rows.map(({ name }) => name);
	expect(
		rows(of('Vejen'), [of('Slagelse', { low: 90, high: 95 }), of('Aabenraa'), of('Glostrup')])
	).toEqual(['Glostrup', 'Slagelse', 'Vejen', 'Aabenraa']);
	expect(rows(of('Glostrup', { low: 1, high: 2 }), [of('Vejen'), of('Slagelse')])).toEqual([
		'Glostrup',
		'Slagelse',
		'Vejen'
	]);
});

it('puts only the same words on the same scale beside each other', () => {
	const [statement] = compare(of('Vejen'), [of('Slagelse', { text: 'Hvor glad er du?' })]);
	expect(statement?.rows.map(({ name, figure }) => [name, figure?.share ?? null])).toEqual([
		['Slagelse', null],
		['Vejen', 70]
	]);
	const other = of('Glostrup');
	other.rounds[0]?.items.forEach((item) => (item.scale = 'agreement'));
	expect(compare(of('Vejen'), [other])[0]?.rows[0]?.figure).toBeNull();
});

it('says which cannot be told apart, and nothing of posters or parts of a municipality', () => {
	const apart = (low: number, high: number) =>
		compare(of('Vejen'), [of('Slagelse', { low, high })])[0]?.rows[0]?.isApart;
	expect([apart(79, 90), apart(80, 90), apart(80.1, 90), apart(40, 59.9)]).toEqual([
		false,
		false,
		true,
		true
	]);
	const [statement] = compare(of('Vejen'), [
		of('Slagelse', { series: 'open' as 'asked' }),
		of('Glostrup', { breakdown: 'team' })
	]);
	expect(statement?.rows.map(({ figure }) => figure !== null)).toEqual([false, false, true]);
});
