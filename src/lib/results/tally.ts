import type { Series } from '../survey/round.ts';

/** What is added up together: one item's answers (or the outcomes) of one series and category. */
export type Block = { series: Series; category?: string; item?: string };

/** How many of each answer. */
export type Count = { [answer: string]: number };

/** A block of one unit, as it is released. */
export type Released = {
	unit: string;
	series: Series;
	category: string;
	item: string;
	count: Count;
};

/** Released blocks, findable by unit and block. A block that is not there is hidden or empty: nobody can tell which. */
export type Tally = ReadonlyMap<string, Count>;

export const tally = (blocks: readonly Released[]): Tally =>
	new Map(blocks.map((block) => [nameOf(block.unit, block), block.count]));

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
		for (const answer in each) found[answer] = (found[answer] ?? 0) + (each[answer] ?? 0);
	}
	return found;
}

/** The units that show a block, in order. */
export function unitsOf(rows: Tally, block: Block): string[] {
	const place = nameOf('', block);
	const names = [...rows.keys()].filter((name) => name.endsWith(place));
	return names.map((name) => name.slice(0, -place.length)).sort();
}

const nameOf = (unit: string, { series, category = '', item = '' }: Block): string =>
	`${unit}/${series}/${category}/${item}`;
