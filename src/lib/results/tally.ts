import type { Series } from '../survey/round.ts';

/** What is added up together: one item's answers (or the outcomes) of one series and category. */
export type Block = { series: Series; category?: string; item?: string };

/** How many of each answer. */
export type Count = { [answer: string]: number };

/** What one unit shows of a series and category, as it is released: its blocks by item, '' being the outcomes. */
export type Released = {
	unit: string;
	series: Series;
	category: string;
	counts: { [item: string]: Count };
};

/** Released cells by series and category, then by unit. A block that is not there is hidden or empty: nobody can tell which. */
export type Tally = ReadonlyMap<string, ReadonlyMap<string, Released['counts']>>;

export function tally(cells: readonly Released[]): Tally {
	const rows = new Map<string, Map<string, Released['counts']>>();
	for (const cell of cells) {
		const name = nameOf(cell);
		const units = rows.get(name) ?? new Map<string, Released['counts']>();
		rows.set(name, units.set(cell.unit, cell.counts));
	}
	return rows;
}

export const blockOf = (rows: Tally, unit: string, block: Block): Count | undefined =>
	within(rows.get(nameOf(block))?.get(unit), block);

export const isShown = (rows: Tally, unit: string, block: Block): boolean =>
	blockOf(rows, unit, block) !== undefined;

/** The sum of a block over the units that show it, or null where none does. Only what is shown is ever added. */
export function total(rows: Tally, units: readonly string[], block: Block): Count | null {
	const cells = rows.get(nameOf(block));
	let found: Count | null = null;
	for (const unit of cells ? units : []) {
		const each = within(cells?.get(unit), block);
		if (!each) continue;
		found ??= {};
		for (const answer in each) found[answer] = (found[answer] ?? 0) + (each[answer] ?? 0);
	}
	return found;
}

/** The units that show a block, in order. */
export const unitsOf = (rows: Tally, block: Block): string[] =>
	[...(rows.get(nameOf(block)) ?? [])]
		.filter(([, counts]) => within(counts, block))
		.map(([unit]) => unit)
		.sort();

const nameOf = ({ series, category = '' }: Block): string => `${series}/${category}`;

const within = (counts: Released['counts'] | undefined, { item = '' }: Block): Count | undefined =>
	counts && Object.hasOwn(counts, item) ? counts[item] : undefined;
