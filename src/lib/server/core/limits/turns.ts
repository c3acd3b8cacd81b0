/** So many requests are worked on at once; whoever comes then waits, and networks take turns. */
export const AT_ONCE = 16;
/**
 * What waits for something else, as a slow sender, holds up nobody longer than so many looks at it. Looks, and not time alone: on a
 * machine that is itself late, everything takes long, and if all turns ended by that nobody would have to wait for theirs.
 */
const LOOKS = 10;
const LOOK_MILLISECONDS = 10;

/** Those that wait, by network: the network that stands first is the next. */
const waiting = new Map<string, (() => void)[]>();
let busy = 0;

/**
 * Does the work of a request when it is its network's turn. As long as the server keeps up nobody waits; when it does not, an
 * address that sends a thousand waits for itself alone, and whoever comes from elsewhere is next.
 */
export async function inTurn<T>(network: string, work: () => Promise<T>): Promise<T> {
	if (busy < AT_ONCE) busy++;
	else await turnOf(network);
	let isOver = false;
	const end = (): void => {
		if (!isOver) next();
		isOver = true;
	};
	let looks = 0;
	const looking = setInterval(() => {
		looks++;
		if (looks >= LOOKS) end();
	}, LOOK_MILLISECONDS);
	try {
		return await work();
	} finally {
		clearInterval(looking);
		end();
	}
}

const turnOf = (network: string): Promise<void> =>
	new Promise((start) => {
		const queue = waiting.get(network);
		if (queue) queue.push(start);
		else waiting.set(network, [start]);
	});

/** Hands a turn on. Whoever has come meanwhile is heard first: one that is handed on at once would let nobody in. */
function next(): void {
	if (waiting.size > 0) setImmediate(begin);
	else busy--;
}

function begin(): void {
	const [first] = waiting;
	if (!first) {
		busy--;
		return;
	}
	const [network, queue] = first;
	const start = queue.shift();
	// A map keeps the order of insertion: taken out and put in again, it is the last.
	waiting.delete(network);
	if (queue.length > 0) waiting.set(network, queue);
	start?.();
}
