import type { State } from './history.ts';
import { placesOf } from './places.ts';

/** Nobody is found guilty by chance: once in a million orders. */
export const SIGMAS = 5;

/**
 * How well a clue tells the order in which things came: of all pairs that it orders, the share that it orders rightly, and
 * how many standard deviations that is from chance. A clue that tells the order backwards tells it too.
 */
function orderTold(clues: readonly number[]): {
	pairs: number;
	share: number;
	sigmas: number;
} {
	let right = 0;
	let pairs = 0;
	for (let later = 1; later < clues.length; later++) {
		for (let earlier = 0; earlier < later; earlier++) {
			const [a = 0, b = 0] = [clues[earlier], clues[later]];
			if (a === b) continue;
			pairs += 1;
			if (a < b) right += 1;
		}
	}
	const n = clues.length;
	// The variance of Kendall's count under a random order.
	const deviation = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 72);
	const sigmas = deviation > 0 ? (right - pairs / 2) / deviation : 0;
	return { pairs, share: pairs > 0 ? right / pairs : 0.5, sigmas: Math.abs(sigmas) };
}

/** What each trait of a row's place tells of the order in which rows came. */
export function clues(
	state: State,
	table: string,
	ids: string[]
): Map<string, ReturnType<typeof orderTold>> {
	const places = placesOf(state, table);
	const byId = new Map(places.map((place, rank) => [place.id, { ...place, rank }]));
	const inOrder = ids.flatMap((id) => byId.get(id) ?? []);
	if (inOrder.length < ids.length) throw new Error(`${table}: ${inOrder.length} of ${ids.length}`);
	return new Map(
		(['rank', 'page', 'offset', 'overflow'] as const).map((clue) => [
			clue,
			orderTold(inOrder.map((place) => place[clue]))
		])
	);
}
