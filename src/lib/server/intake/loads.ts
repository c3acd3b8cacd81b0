import { setImmediate as nextRound } from 'node:timers/promises';

/** What is opened without a pause: some two milliseconds, in which nobody else is heard. */
const SLICE = 5;
/** So many envelopes of one municipality's loads are opened together: they share a commit. */
const AT_A_TIME = 200;

let whose: object | undefined;
let underWay = 0;
const waiting: (() => void)[] = [];
let isRoundTaken = false;

/**
 * A tablet that comes back brings fifty answers at once, and no person waits for them: it waits for the tablets of other
 * municipalities before it, so that whoever sends one answer, or opens a page, comes in between. A few envelopes wait for nobody.
 */
export async function asLoad<T>(of: object, envelopes: number, work: () => Promise<T>): Promise<T> {
	if (envelopes <= SLICE) return work();
	while (underWay > 0 && (whose !== of || underWay + envelopes > AT_A_TIME))
		await new Promise<void>((come) => waiting.push(come));
	whose = of;
	underWay += envelopes;
	try {
		return await work();
	} finally {
		underWay -= envelopes;
		waiting.splice(0).forEach((come) => come());
	}
}

/** Of large commits one is made in a round of the event loop, whatever file it is for. @returns whether this one may be */
export function isItsRound(submissions: number): boolean {
	if (submissions <= SLICE) return true;
	if (isRoundTaken) return false;
	isRoundTaken = true;
	setImmediate(() => (isRoundTaken = false));
	return true;
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
