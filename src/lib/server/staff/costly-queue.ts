/** So many at once: each takes a core and 19 MB for some hundredths of a second, and the server has pages to make meanwhile. */
const AT_ONCE = 2;
/** So many strangers wait: with two at a time the last of them waits about half a second. */
export const STRANGERS_MAX = 16;
/** Of one network; a town hall shares one address. */
export const OF_NETWORK_MAX = 5;

/** Too many strangers try their passwords at the same moment: this one has to come again. */
export class Crowded extends Error {
	override readonly name = 'Crowded';
}

type Stranger = { network: string; begin: () => void; refuse: (reason: Crowded) => void };

const known: (() => void)[] = [];
const strangers: Stranger[] = [];
let running = 0;

/**
 * Everything of the whole server that is made costly against guessing waits in one line. Those whom a session or a known browser
 * speaks for go before strangers. Where too many strangers wait, the oldest of the network that has most of them is sent away: so
 * a flood makes room for whoever comes from elsewhere.
 *
 * @param network that a stranger asks from; none for those who are known
 * @throws Crowded
 */
export async function run<T>(work: () => Promise<T>, network?: string): Promise<T> {
	if (running < AT_ONCE) running++;
	else await turn(network);
	try {
		return await work();
	} finally {
		const next = known.shift() ?? strangers.shift()?.begin;
		if (next) next();
		else running--;
	}
}

/** @returns in one's turn, with the place of whoever is done */
const turn = (network: string | undefined): Promise<void> =>
	new Promise((begin, refuse) => {
		if (network === undefined) {
			known.push(begin);
			return;
		}
		strangers.push({ network, begin, refuse });
		if (waiting(network) > OF_NETWORK_MAX) sendAway(network);
		else if (strangers.length > STRANGERS_MAX) sendAway(heaviest());
	});

const waiting = (network: string): number =>
	strangers.filter((each) => each.network === network).length;

/** Of those with equally many, whose oldest has waited longest. */
const heaviest = (): string =>
	strangers.reduce(
		(most, { network }) => (waiting(network) > waiting(most) ? network : most),
		strangers[0]?.network ?? ''
	);

function sendAway(network: string): void {
	const oldest = strangers.findIndex((each) => each.network === network);
	for (const each of strangers.splice(oldest, 1)) each.refuse(new Crowded());
}
