/** A hidden category, as a reader sees it: between what its n must lie, and whether it stays hidden whatever its n. */
export type Cell = { least: number; most: number; isForbidden: boolean };

/** What a reader knows of all hidden categories of a table together. */
export type Seen = {
	/** The published total less what is shown. */
	total: number;
	threshold: number;
	smallestShown: number;
	/** What the forbidden ones are together at most. */
	forbiddenMost: number;
};

/** So many numbers every hidden one must still be able to be. */
const VALUES_MIN = 4;

/**
 * Whether someone who knows the rule of `showable` is left with at least four numbers for every hidden category.
 *
 * Counted are only tables that the rule surely hides in the same way, whatever else it does, so that it may ask this question
 * of itself: either all hidden ones are under the threshold (or forbidden), and hide each other; or they are together too few
 * for that, and one of at least the threshold, smaller than all that are shown, is hidden with them.
 */
export const leavesRoom = (cells: readonly Cell[], seen: Seen): boolean =>
	cells.every((cell) => {
		const others = cells.filter((each) => each !== cell);
		const found = new Set<number>();
		for (const value of guesses(cell, others, seen)) {
			if (found.add(value).size >= VALUES_MIN) return true;
		}
		return false;
	});

function* guesses(cell: Cell, others: readonly Cell[], seen: Seen): Generator<number> {
	yield* amongSmall(cell, others, seen);
	const { total, threshold, smallestShown } = seen;
	const isTaken = (along: Cell, n: number) =>
		!along.isForbidden && n >= along.least && n <= along.most;
	// What is left beside the one that is taken along is somebody, and under the threshold.
	for (let taken = Math.max(threshold, total - threshold + 1); taken < total; taken++) {
		if (taken >= smallestShown) return;
		const rest = { ...seen, total: total - taken };
		if (isTaken(cell, taken) && canBe(others, rest)) yield taken;
		for (const along of others) {
			if (!isTaken(along, taken)) continue;
			const small = others.filter((each) => each !== along);
			yield* numbers(cell, rest).filter((n) => canBe(small, without(rest, cell, n)));
		}
	}
}

/** The numbers that one can be where none is taken along, and at least two hold somebody. */
function* amongSmall(cell: Cell, others: readonly Cell[], seen: Seen): Generator<number> {
	const most = others.reduce((sum, each) => sum + mostOf(each, seen), 0);
	for (let n = Math.max(cell.least, seen.total - most); n <= mostOf(cell, seen); n++) {
		const rest = without(seen, cell, n);
		if (n === 0 ? canHoldTwo(others, rest) : rest.total > 0 && canBe(others, rest)) yield n;
	}
}

const canHoldTwo = (cells: readonly Cell[], seen: Seen): boolean =>
	cells.some((cell) =>
		numbers(cell, seen).some((n) => {
			const others = cells.filter((each) => each !== cell);
			return n > 0 && n < seen.total && canBe(others, without(seen, cell, n));
		})
	);

/** Whether numbers that each of these can be, none of them taken along, make the total. */
function canBe(cells: readonly Cell[], seen: Seen): boolean {
	const sum = (of: readonly Cell[], n: (cell: Cell) => number) =>
		of.reduce((all, cell) => all + n(cell), 0);
	if (cells.some((cell) => cell.least > mostOf(cell, seen))) return false;
	const least = sum(cells, (cell) => cell.least);
	const forbidden = cells.filter((cell) => cell.isForbidden);
	if (sum(forbidden, (cell) => cell.least) > seen.forbiddenMost) return false;
	const most =
		Math.min(
			sum(forbidden, (cell) => mostOf(cell, seen)),
			seen.forbiddenMost
		) +
		sum(
			cells.filter((cell) => !cell.isForbidden),
			(cell) => mostOf(cell, seen)
		);
	return least <= seen.total && seen.total <= most;
}

const mostOf = ({ most, isForbidden }: Cell, { total, threshold }: Seen): number =>
	Math.min(most, total, isForbidden ? Infinity : threshold - 1);

const numbers = (cell: Cell, seen: Seen): number[] =>
	Array.from(
		{ length: Math.max(0, mostOf(cell, seen) - cell.least + 1) },
		(_, above) => cell.least + above
	);

const without = (seen: Seen, { isForbidden }: Cell, n: number): Seen => ({
	...seen,
	total: seen.total - n,
	forbiddenMost: isForbidden ? seen.forbiddenMost - n : seen.forbiddenMost
});
