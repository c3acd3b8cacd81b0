import { leavesRoom, type Cell } from './guessing.ts';

/** A group with fewer answers than this is never shown: a neighbour could be recognised. */
export const THRESHOLD = 10;
/** A breakdown cell also needs this many offers, and this many of them unanswered: being asked must not mean having answered. */
export const MIN_OFFERED = 20;
export const MIN_UNANSWERED = 5;

/** How many of each category of a full partition, `unknown` included. */
export type Numbers = ReadonlyMap<string, number>;
/** What a reader may know of a table beside what is shown of it. */
export type Known = {
	/** Categories that must stay hidden whatever their n. */
	forbidden?: ReadonlySet<string>;
	/** Between what a category's n must lie; without an entry it may be anything. */
	ranges?: ReadonlyMap<string, { least: number; most: number }>;
	/** What the forbidden ones are together at most. */
	forbiddenMost?: number;
};

/**
 * Which categories of a table may be shown (METHOD §4): those with fewer than `threshold` are hidden, and then the smallest
 * shown ones too, those of one size together, until what is hidden cannot be found: it is nobody, or at least `threshold`
 * in at least two categories, and whoever knows this rule, the total and all that is shown still finds four numbers or
 * more that each hidden one may be.
 *
 * @returns the categories to show; none when fewer than two would be left
 */
export function showable(
	table: Numbers,
	threshold: number = THRESHOLD,
	known: Known = {}
): Set<string> {
	const shown = new Set(
		[...table]
			.filter(([category, n]) => n >= threshold && !known.forbidden?.has(category))
			.map(([category]) => category)
	);
	while (shown.size >= 2 && !coversItself(table, shown, threshold, known)) {
		const smallest = smallestOf(table, shown);
		for (const category of shown) if (table.get(category) === smallest) shown.delete(category);
	}
	return shown.size < 2 ? new Set() : shown;
}

function coversItself(
	table: Numbers,
	shown: ReadonlySet<string>,
	threshold: number,
	known: Known
): boolean {
	const hidden = [...table].filter(([category]) => !shown.has(category));
	const total = hidden.reduce((sum, [, n]) => sum + n, 0);
	if (total === 0) return true;
	if (total < threshold || hidden.filter(([, n]) => n > 0).length < 2) return false;
	const cells = hidden.map(([category]): Cell => {
		const { least, most } = known.ranges?.get(category) ?? { least: 0, most: Infinity };
		return { least, most, isForbidden: known.forbidden?.has(category) ?? false };
	});
	const { forbiddenMost = Infinity } = known;
	return leavesRoom(cells, {
		total,
		threshold,
		forbiddenMost,
		smallestShown: smallestOf(table, shown)
	});
}

const smallestOf = (table: Numbers, shown: ReadonlySet<string>): number =>
	Math.min(...[...shown].map((category) => table.get(category) ?? 0));

/** Whether being offered the survey in this group says nothing about having answered it. */
export const offersHideAnswers = (offered: number, answered: number): boolean =>
	offered >= MIN_OFFERED && offered - answered >= MIN_UNANSWERED;
