import { setImmediate as nextRound } from 'node:timers/promises';

/** What is opened without a pause: some two milliseconds, in which nobody else is heard. */
const SLICE = 5;
/** So many envelopes of loads are opened at a time. Those of one municipality that come together share a commit. */
const AT_A_TIME = 200;

let underWay = 0;
const waiting: (() => void)[] = [];

/**
 * A tablet that comes back brings fifty answers at once, and no person waits for them: it waits for the tablets before it, so that
 * whoever sends one answer, or opens a page, comes in between. A few envelopes wait for nobody.
 */
export async function asLoad<T>(envelopes: number, work: () => Promise<T>): Promise<T> {
	if (envelopes <= SLICE) return work();
	while (underWay > 0 && underWay + envelopes > AT_A_TIME)
		await new Promise<void>((come) => waiting.push(come));
	underWay += envelopes;
	try {
		return await work();
	} finally {
		underWay -= envelopes;
		waiting.splice(0).forEach((come) => come());
	}
}

/** Does it to each in their order, and lets others in between every few. */
export async function inSlices<T>(
	all: readonly T[],
	work: (each: T) => Promise<void>
): Promise<void> {
	for (const [index, each] of all.entries()) {
		if (index > 0 && index % SLICE === 0) await nextRound();
		await work(each);
	}
}
