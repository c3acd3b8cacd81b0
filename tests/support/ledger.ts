import type { Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given } from '../../src/lib/server/demo/year/given.ts';
import { cells, publishedSpans, type Span } from '../recount/cells.ts';
import { answerOf, APART, K, publishedBlocks } from '../recount/counting.ts';
import type { Row } from '../recount/recount.ts';

/** One subtraction that a reader can make: a published total less the cells shown of it. */
export type Subtraction = {
	of: string;
	left: number;
	/** The categories that the rest can be about: those hidden that really hold someone. */
	over: Set<string>;
};

/** METHOD §4: what is left is nobody, or at least ten in at least two groups. */
const isSafe = ({ left, over }: Subtraction): boolean =>
	left === 0 || (left >= K && over.size >= 2);

/**
 * Every subtraction of the released figures of a municipality: for each breakdown and item, span by span, by calendar
 * year and over the round. Totals and cells are the published rows; only who is hidden is taken from the whole truth.
 */
export function subtractions(rows: Row[], given: Given, plan: Plan, asOf: Day): Subtraction[] {
	return given.rounds.flatMap((round) => {
		const blocks = publishedBlocks(given, round, plan, asOf);
		const own = rows.filter((row) => row.round === round.id && row.series === 'asked');
		return round.breakdowns.flatMap(({ name, unit }) => {
			const spans = publishedSpans(round, asOf)
				.filter(({ kind }) => kind === unit)
				.flatMap((span) => inSpan(own, span, name, cells(given, round, plan, span, blocks, name)));
			return [
				...spans,
				...added(spans, ({ of }) => of.replace(/^(\d{4})-[QH]\d/, '$1')),
				...added(spans, ({ of }) => of.replace(/^(\d{4}-[QH]\d|round)/, 'all'))
			];
		});
	});
}

function inSpan(
	rows: Row[],
	span: Span,
	breakdown: string,
	truth: ReturnType<typeof cells>
): Subtraction[] {
	return [...new Set(truth.map(({ item }) => item))].flatMap((item) => {
		const ofItem = rows.filter((row) => isOf(row, item));
		const shown = ofItem.filter((row) => row.unit === span.unit && row.breakdown === breakdown);
		// Nothing of it is shown: there is nothing to subtract from the total.
		if (shown.length === 0) return [];
		const total = ofItem.filter((row) => span.months.includes(row.unit) && row.breakdown === '');
		const categories = new Set(shown.map(({ category }) => category));
		return [
			{
				of: `${span.unit} ${breakdown} ${item}`,
				left: people(total) - people(shown),
				over: new Set(
					truth
						.filter((cell) => cell.item === item && cell.n > 0 && !categories.has(cell.category))
						.map(({ category }) => category)
				)
			}
		];
	});
}

/** Whether a row counts an item, the outcomes, or one of those that are hidden by themselves. */
const isOf = (row: Row, item: string): boolean =>
	item.startsWith('#')
		? row.item === '' && row.answer === answerOf(item)
		: row.item === item && !isApart(row);

const isApart = ({ item, answer }: Row): boolean =>
	item === '' && APART.some((apart) => answerOf(apart) === answer);

/** The citizens that rows of one item, of the outcomes, or of one that is hidden by itself count. */
const people = (rows: Row[]): number =>
	rows
		.filter((row) =>
			row.item === '' ? row.answer === 'answered' || isApart(row) : /^[1-5]$/.test(row.answer)
		)
		.reduce((sum, { n }) => sum + n, 0);

function added(all: Subtraction[], name: (each: Subtraction) => string): Subtraction[] {
	const sums = new Map<string, Subtraction>();
	for (const each of all) {
		const of = name(each);
		const sum = sums.get(of) ?? { of, left: 0, over: new Set() };
		sums.set(of, { of, left: sum.left + each.left, over: new Set([...sum.over, ...each.over]) });
	}
	return [...sums.values()];
}

/** What is said of some of those who were asked, or of some who were not: METHOD §4 holds for each by itself. */
const isOfSome = ({ answer }: Row): boolean =>
	answer === 'any' || answer.startsWith('not-offered:');

/** All that METHOD §4 would not have published: subtractions that lead to a few, and cells, blocks or outcomes of a few. */
export function unsafe(rows: Row[], found: Subtraction[]): unknown[] {
	// Of a group's outcomes nothing is told but who answered, and how many were offered: a few declined, or would wait.
	const told = rows.filter((row) => row.breakdown && !row.item && !isOfSome(row));
	const teams = blocksOf(rows.filter(({ breakdown, item }) => breakdown === 'team' && !item));
	return [
		...found.filter((each) => !isSafe(each)),
		...blocksOf(rows).filter((block) => people(block) < K),
		...rows.filter((row) => isOfSome(row) && row.n < K),
		...told.filter(({ answer }) => !['answered', 'offered'].includes(answer)),
		...teams.filter((block) => {
			const offered = block.find(({ answer }) => answer === 'offered')?.n ?? 0;
			return offered < 20 || offered - people(block) < 5;
		})
	];
}

/** Blocks and cells as they are read: all rows that differ in nothing but the answer. */
function blocksOf(rows: Row[]): Row[][] {
	const blocks = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.answer.startsWith('offered:') || isOfSome(row)) continue;
		const key = JSON.stringify({ ...row, answer: '', n: 0 });
		const block = blocks.get(key) ?? [];
		block.push(row);
		blocks.set(key, block);
	}
	return [...blocks.values()];
}
