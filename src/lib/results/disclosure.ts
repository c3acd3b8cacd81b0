import { MIN_OFFERED, MIN_UNANSWERED, offersHideAnswers, showable } from './suppression.ts';
import type { Known, Numbers } from './suppression.ts';

/** One breakdown in one unit: each table is a full partition over its categories, and its total is published. */
export type Tables = {
	/** Citizens who answered. */
	answered: Numbers;
	/** Those of them with at least one answer on a scale. */
	any: Numbers;
	/** By item: those with an answer on its scale. */
	items: ReadonlyMap<string, Numbers>;
	/** By reason: those who were not offered the survey. */
	reasons: ReadonlyMap<string, Numbers>;
	/** How many were offered it: known of teams alone. */
	offered?: Numbers;
};

/** The categories of each table that may be shown. */
export type Disclosed = {
	answered: ReadonlySet<string>;
	any: ReadonlySet<string>;
	items: ReadonlyMap<string, ReadonlySet<string>>;
	reasons: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * What of a breakdown may be shown (METHOD §4), table by table. What one table says bounds the next: a reader who sees that
 * twelve of a team answered knows that no more of them answered an item.
 */
export function disclose(tables: Tables, threshold: number): Disclosed {
	const { answered, any, items, reasons, offered } = tables;
	const shown = showable(answered, threshold, offered && knownOfOffers(answered, offered));
	const hidden = lacking(answered, shown);
	const shownAny = showable(any, threshold, {
		forbidden: hidden,
		forbiddenMost: sumOf(answered, hidden),
		ranges: mapped(shown, (category) => ({ least: 0, most: nOf(answered, category) }))
	});
	const silent = lacking(any, shownAny);
	const all = [...items.values()];
	return {
		answered: shown,
		any: shownAny,
		items: mapValues(items, (item) =>
			showable(item, threshold, {
				forbidden: silent,
				forbiddenMost: sumOf(any, silent),
				ranges: mapped(shownAny, (category) => {
					const most = nOf(any, category);
					const elsewhere = all
						.filter((other) => other !== item)
						.reduce((sum, other) => sum + nOf(other, category), 0);
					return { least: Math.max(0, most - elsewhere), most };
				})
			})
		),
		reasons: mapValues(reasons, (reason) => showable(reason, threshold, { forbidden: hidden }))
	};
}

/** Whoever sent the codes knows how many were offered in each team, and by that how many answers a team can have. */
function knownOfOffers(answered: Numbers, offered: Numbers): Known {
	const isForbidden = (category: string): boolean =>
		!offersHideAnswers(nOf(offered, category), nOf(answered, category));
	const categories = [...answered.keys()];
	return {
		forbidden: new Set(categories.filter(isForbidden)),
		ranges: mapped(categories, (category) => {
			const most = nOf(offered, category);
			if (nOf(answered, category) > most) return { least: most + 1, most: Infinity };
			if (!isForbidden(category)) return { least: 0, most: most - MIN_UNANSWERED };
			return { least: most < MIN_OFFERED ? 0 : most - MIN_UNANSWERED + 1, most };
		})
	};
}

const nOf = (table: Numbers, category: string): number => table.get(category) ?? 0;

const sumOf = (table: Numbers, categories: Iterable<string>): number =>
	[...categories].reduce((sum, category) => sum + nOf(table, category), 0);

const lacking = (table: Numbers, shown: ReadonlySet<string>): Set<string> =>
	new Set([...table.keys()].filter((category) => !shown.has(category)));

const mapped = <T>(categories: Iterable<string>, value: (category: string) => T): Map<string, T> =>
	new Map([...categories].map((category) => [category, value(category)]));

const mapValues = <T, U>(map: ReadonlyMap<string, T>, value: (of: T) => U): Map<string, U> =>
	new Map([...map].map(([name, of]) => [name, value(of)]));
