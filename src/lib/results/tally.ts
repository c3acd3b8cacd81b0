import type { Series } from '../survey/round.ts';

/** A released row, as far as adding up needs it. `category` is '' for the whole municipality, `item` '' for the outcomes. */
export type Row = {
	unit: string;
	series: Series;
	category: string;
	item: string;
	answer: string;
	n: number;
};

/** What is added up together: one item's answers (or the outcomes) of one series and category. */
export type Block = { series: Series; category?: string; item?: string };

/** How many of each answer. */
export type Count = { [answer: string]: number };

/** Released rows, findable by unit and block. A block that is not there is hidden or empty: nobody can tell which. */
export type Tally = ReadonlyMap<string, Count>;

export function tally(rows: Iterable<Row>): Tally {
	const blocks = new Map<string, Count>();
	for (const row of rows) {
		const name = nameOf(row.unit, row);
		const block = blocks.get(name) ?? {};
		block[row.answer] = row.n;
		blocks.set(name, block);
	}
	return blocks;
}

export const blockOf = (rows: Tally, unit: string, block: Block): Count | undefined =>
	rows.get(nameOf(unit, block));

export const isShown = (rows: Tally, unit: string, block: Block): boolean =>
	rows.has(nameOf(unit, block));

/** The sum of a block over the units that show it, or null where none does. Only what is shown is ever added. */
export function total(rows: Tally, units: readonly string[], block: Block): Count | null {
	let found: Count | null = null;
	for (const unit of units) {
		const each = blockOf(rows, unit, block);
		if (!each) continue;
		found ??= {};
		for (const [answer, n] of Object.entries(each)) found[answer] = (found[answer] ?? 0) + n;
	}
	return found;
}

const nameOf = (unit: string, { series, category = '', item = '' }: Block): string =>
	`${unit}/${series}/${category}/${item}`;
