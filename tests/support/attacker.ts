export type Table = ReadonlyMap<string, number>;
export type Rule = (table: Table) => ReadonlySet<string>;
/** What a reader sees of one table: some categories' numbers, the names of the others, and what those are together. */
export type View = { shown: Table; hidden: readonly string[]; total: number };

export function viewOf(table: Table, shown: ReadonlySet<string>): View {
	const hidden = [...table.keys()].filter((category) => !shown.has(category));
	return {
		shown: new Map([...table].filter(([category]) => shown.has(category))),
		hidden,
		total: hidden.reduce((sum, category) => sum + (table.get(category) ?? 0), 0)
	};
}

export type Help = {
	/** At most so many of each category; without an entry all that are hidden. */
	most?: Table;
	/** Nothing but the names tells the hidden ones from each other: one order of their numbers stands for all. */
	areAlike?: boolean;
};

/**
 * Every table that would have been published just so. Exact: all whole numbers that make the published total are tried, and
 * each table is put through the rule itself.
 */
export function* tables(view: View, rule: Rule, help: Help = {}): Generator<Table> {
	const table = new Map(view.shown);
	const mostOf = (category: string) => Math.min(view.total, help.most?.get(category) ?? Infinity);
	const isPublishedSo = (): boolean => {
		const shown = rule(table);
		return (
			shown.size === view.shown.size && [...view.shown.keys()].every((each) => shown.has(each))
		);
	};
	function* choose(place: number, left: number): Generator<Table> {
		const category = view.hidden[place];
		if (category === undefined) {
			if (left === 0 && isPublishedSo()) yield new Map(table);
			return;
		}
		const rest = view.hidden.slice(place + 1);
		const before = view.hidden[place - 1];
		const upTo = Math.min(
			left,
			mostOf(category),
			help.areAlike && before !== undefined ? (table.get(before) ?? 0) : Infinity
		);
		const least = left - rest.reduce((sum, each) => sum + mostOf(each), 0);
		for (let n = Math.max(0, least); n <= upTo; n++) {
			table.set(category, n);
			yield* choose(place + 1, left - n);
		}
	}
	yield* choose(0, view.total);
}

/** The numbers that each hidden category has in any of the tables. Looks no further when each has `enough`. */
export function numbers(
	found: Iterable<Table>,
	hidden: readonly string[],
	{ areAlike = false, enough = Infinity }: Help & { enough?: number }
): Map<string, Set<number>> {
	const all = new Set<number>();
	const each = new Map(hidden.map((category) => [category, areAlike ? all : new Set<number>()]));
	for (const table of found) {
		for (const [category, values] of each) values.add(table.get(category) ?? 0);
		if ([...each.values()].every(({ size }) => size >= enough)) break;
	}
	return each;
}

/** Of all hidden categories of some tables: how many can be found out, and how many but for two or three numbers. */
export type Score = { tables: number; shown: number; hidden: number; pinned: number; few: number };
export const NONE: Score = { tables: 0, shown: 0, hidden: 0, pinned: 0, few: 0 };

export function score(sum: Score, view: View, found: ReadonlyMap<string, Set<number>>): Score {
	const sizes = [...found.values()].map(({ size }) => size);
	return {
		tables: sum.tables + 1,
		shown: sum.shown + view.shown.size,
		hidden: sum.hidden + sizes.length,
		pinned: sum.pinned + sizes.filter((size) => size <= 1).length,
		few: sum.few + sizes.filter((size) => size === 2 || size === 3).length
	};
}
