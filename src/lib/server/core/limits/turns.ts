/** So many requests are worked on at once, and so many of one network begin as they come in a round of the event loop. */
export const AT_ONCE = 16;
const OF_ONE = 2;
/**
 * What waits for something else, as a slow sender, holds up nobody longer than so many looks at it. Looks, and not time alone: on a
 * machine that is itself late, everything takes long, and if all turns ended by that nobody would have to wait for theirs.
 */
const LOOKS = 10;
const LOOK_MILLISECONDS = 10;

/** Those that wait, by network: the network that stands first is the next. */
const waiting = new Map<string, (() => void)[]>();
/** How many of each network are worked on. */
const underWay = new Map<string, number>();
let busy = 0;
let isToBegin = false;

/**
 * Does the work of a request when it is its network's turn. As long as the server keeps up nobody waits; when it does not, an
 * address that sends a thousand waits for itself alone, and whoever comes from elsewhere is next.
 */
export async function inTurn<T>(network: string, work: () => Promise<T>): Promise<T> {
	if (busy < AT_ONCE && of(network) < OF_ONE) note(network, 1);
	else await turnOf(network);
	let isOver = false;
	const end = (): void => {
		if (isOver) return;
		isOver = true;
		// In the round that it began in it still counts: most are done before the round is.
		setImmediate(release, network);
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

function release(network: string): void {
	note(network, -1);
	beginSoon();
}

const of = (network: string): number => underWay.get(network) ?? 0;

function note(network: string, change: 1 | -1): void {
	busy += change;
	const now = of(network) + change;
	if (now > 0) underWay.set(network, now);
	else underWay.delete(network);
}

const turnOf = (network: string): Promise<void> =>
	new Promise((start) => {
		const queue = waiting.get(network);
		if (queue) queue.push(start);
		else waiting.set(network, [start]);
		beginSoon();
	});

/**
 * Of each network that waits one begins in a round of the event loop, and no more: in a round the server lets one new connection
 * in, and whoever comes from elsewhere stands behind all that the others have opened. Of different networks as many as there is
 * room for: a server that was late for a second has a line of people, and not of one, to make up for.
 */
function beginSoon(): void {
	if (isToBegin || waiting.size === 0 || busy >= AT_ONCE) return;
	isToBegin = true;
	setImmediate(begin);
}

function begin(): void {
	isToBegin = false;
	for (const [network, queue] of [...waiting]) {
		if (busy >= AT_ONCE) return;
		const start = queue.shift();
		// A map keeps the order of insertion: taken out and put in again, it is the last.
		waiting.delete(network);
		if (queue.length > 0) waiting.set(network, queue);
		note(network, 1);
		start?.();
	}
	beginSoon();
}
