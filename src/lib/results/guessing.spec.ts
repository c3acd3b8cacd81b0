import { describe, expect, it } from 'vitest';
import {
	numbers,
	NONE,
	score,
	tables,
	viewOf,
	type Rule,
	type Score,
	type Table
} from '../../../tests/support/attacker.ts';
import { disclose } from './disclosure.ts';
import { showable } from './suppression.ts';
import { random } from '../../../tests/support/draws.ts';

const K = 10;
const VALUES = 4;

const rule: Rule = (table) => showable(table, K);

/** The rule as it was: the smallest shown one is hidden along, and nobody asks what can be worked out. */
const covering: Rule = (table) => {
	const bySize = [...table].sort(([, a], [, b]) => a - b);
	const shown = new Set(bySize.filter(([, n]) => n >= K).map(([name]) => name));
	for (const [name] of bySize) {
		const hidden = [...table].filter(([each, n]) => !shown.has(each) && n > 0);
		const total = hidden.reduce((sum, [, n]) => sum + n, 0);
		if (total === 0 || (total >= K && hidden.length >= 2)) break;
		shown.delete(name);
	}
	return shown.size < 2 ? new Set() : shown;
};

type Draw = ReturnType<typeof random>;

const tableOf = (categories: number, n: (at: number) => number): Table =>
	new Map(Array.from({ length: categories }, (_, at) => [`c${at}`, n(at)]));
const drawn = (draw: Draw, categories: number, most: number): Table =>
	tableOf(categories, () => draw(draw(most) + 1));
const sumOf = (table: Table): number => [...table.values()].reduce((sum, n) => sum + n, 0);

/** Attacks so many tables of which anything is published and somebody hidden. */
function attack(by: Rule, times: number, next: (draw: Draw) => Table, areAlike = true): Score {
	const draw = random(2026);
	let sum = NONE;
	while (sum.tables < times) {
		const table = next(draw);
		const view = viewOf(table, by(table));
		// Under ten in all nothing is published; and where all that is hidden is nobody, it hides nobody.
		if (sumOf(table) < K || view.total === 0) continue;
		const found = numbers(tables(view, by, { areAlike }), view.hidden, {
			areAlike,
			enough: VALUES
		});
		sum = score(sum, view, found);
	}
	return sum;
}

const told = (what: string, { tables: n, shown, hidden, pinned, few }: Score): void =>
	console.log(
		`${what}: ${n} tables, ${shown} cells shown, ${hidden} hidden; found out ${pinned}, but for two or three numbers ${few}`
	);

describe('someone who knows the rule, the total and all that is shown', () => {
	const mixed = (draw: Draw) => drawn(draw, 3 + draw(5), 45);
	// Sizes about the threshold, where covering is tight.
	const tight = (draw: Draw) => tableOf(3 + draw(4), () => 7 + draw(7) + (draw(4) ? 0 : draw(30)));

	it('found hidden numbers while the rule only covered them', () => {
		const before = attack(covering, 4000, mixed);
		told('covered', before);
		expect(before.pinned).toBeGreaterThan(0);
		expect(before.few).toBeGreaterThan(0);
	});

	it.each([
		['tables of all sizes', mixed, 4000],
		['tables about the threshold', tight, 2000]
	])('finds none, and is left with four or more for each: %s', (name, next, times) => {
		const now = attack(rule, times, next);
		told(name, now);
		expect(now).toMatchObject({ tables: times, pinned: 0, few: 0 });
		expect(now.shown).toBeGreaterThan(times / 4);
	});

	it('finds none where no order is taken for another, either', () => {
		const now = attack(rule, 400, (draw) => tableOf(4, () => 4 + draw(22)), false);
		told('every order', now);
		expect(now).toMatchObject({ pinned: 0, few: 0 });
	});

	it('finds none where it also knows how many each team was offered', () => {
		const draw = random(7);
		let sum = NONE;
		while (sum.tables < 500) {
			const answered = drawn(draw, 3 + draw(2), 34);
			const offered = new Map([...answered].map(([team, n]) => [team, n + draw(draw(4) ? 40 : 6)]));
			const none = new Map();
			const by: Rule = (table) =>
				disclose({ answered: table, any: table, items: none, reasons: none, offered }, K).answered;
			const view = viewOf(answered, by(answered));
			// Where nothing is shown by team, offers and the published total are all that there is: not for this rule to hide.
			if (view.total === 0 || view.shown.size === 0) continue;
			const found = tables(view, by, { most: offered });
			sum = score(sum, view, numbers(found, view.hidden, { enough: VALUES }));
		}
		told('offers known', sum);
		expect(sum).toMatchObject({ pinned: 0, few: 0 });
	});
});

/** Both tables at once: nobody answers an item who did not answer. Where there are more tables than this, there is room. */
const TABLES_MAX = 500;

describe('someone who also puts the answers of an item beside who answered', () => {
	it.each([1, 2])('finds none of either, with %i items', (items) => {
		const draw = random(items);
		let [outcomes, ofItem] = [NONE, NONE];
		while (ofItem.tables < 100) {
			const answered = tableOf(3 + draw(2), () => 4 + draw(16));
			const n = (table: Table, name: string): number => table.get(name) ?? 0;
			const mapped = (of: (name: string) => number): Table =>
				new Map([...answered.keys()].map((name) => [name, of(name)]));
			const item = mapped((name) => n(answered, name) - draw(draw(6) + 1));
			const other = mapped((name) => n(answered, name) - draw(draw(6) + 1));
			const anyOf = (own: Table) =>
				items === 1 ? own : mapped((name) => Math.max(n(own, name), n(other, name)));
			const any = anyOf(item);
			const shownOf = (changed: { answered?: Table; item?: Table }) => {
				const own = changed.item ?? item;
				const others = items === 1 ? [] : [['other', other] as const];
				return disclose(
					{
						answered: changed.answered ?? answered,
						any: items === 1 ? own : any,
						items: new Map([['item', own], ...others]),
						reasons: new Map()
					},
					K
				);
			};
			const shownItem = (table: Table) => shownOf({ item: table }).items.get('item') ?? new Set();
			const truth = shownOf({});
			const whole = viewOf(answered, truth.answered);
			const cell = viewOf(item, shownItem(item));
			if (whole.total === 0 || cell.total < K) continue;
			const wholes = [
				...tables(whole, (table) => shownOf({ answered: table }).answered).take(TABLES_MAX)
			];
			const most = new Map([...whole.shown, ...viewOf(any, truth.any).shown]);
			const cells = [...tables(cell, shownItem, { most }).take(TABLES_MAX)];
			if (Math.max(wholes.length, cells.length) === TABLES_MAX) continue;
			const isTogether = (one: Table, two: Table) =>
				[...two].every(([name, of]) => of <= n(one, name));
			const possibleCells = cells.filter((each) => wholes.some((one) => isTogether(one, each)));
			const possibleWholes = wholes.filter((one) => cells.some((each) => isTogether(one, each)));
			outcomes = score(outcomes, whole, numbers(possibleWholes, whole.hidden, {}));
			ofItem = score(ofItem, cell, numbers(possibleCells, cell.hidden, {}));
		}
		told(`who answered, beside ${items} items`, outcomes);
		told(`an item of ${items}`, ofItem);
		expect(outcomes).toMatchObject({ pinned: 0, few: 0 });
		expect(ofItem).toMatchObject({ pinned: 0, few: 0 });
	});
});
