import { widerOf } from './network.ts';

/** So many tries, which refill evenly over the seconds. */
type Rate = { limit: number; perSeconds: number };
/**
 * `total`: what all who try have together, in one municipality. The second half of it is for those who have not tried yet, one each: so
 * a flood leaves room for whoever comes from elsewhere.
 */
type Limit = Rate & { total?: Rate };

const QUARTER_HOUR = 15 * 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * What anyone, or a device, may try and how often; in one place, as each is a door of the same building. The first group counts
 * networks, the second accounts, sessions, devices and things.
 */
export const LIMITS = {
	/** A waiting room's shared address sends in batches; whoever floods sends thousands. */
	requests: { limit: 600, perSeconds: 60 },
	/** Of answers by code: those whose code nobody has. */
	'wrong-codes': { limit: 30, perSeconds: HOUR },
	/** Noes by code: they are heard with a used code too (see `commit.ts`), so they could go on without end. */
	'noes-by-code': { limit: 60, perSeconds: HOUR, total: { limit: 2000, perSeconds: DAY } },
	/** Posters and open links, which anyone can answer as often as they like; a year's answers to them come in a day. */
	'open-answers': { limit: 1000, perSeconds: DAY, total: { limit: 5000, perSeconds: DAY } },
	/** What cannot be opened or understood, and no tablet or paper form sent. It is kept for thirty days: see `quarantine`. */
	unopened: { limit: 50, perSeconds: DAY, total: { limit: 500, perSeconds: 30 * DAY } },
	'wrong-grants': { limit: 30, perSeconds: HOUR },
	/** A code that starts a tablet: 29⁸ of them, and one is good for half an hour. */
	'wrong-start-codes': {
		limit: 10,
		perSeconds: QUARTER_HOUR,
		total: { limit: 200, perSeconds: HOUR }
	},
	/** A library's shared address may share for many. A share lives for fourteen days at most: see `shares`. */
	'new-shares': { limit: 60, perSeconds: DAY, total: { limit: 330, perSeconds: DAY } },
	/** A jobcentre opens many from one address; a guesser would have to try billions, of each share and from each address. */
	'wrong-share-proofs': { limit: 60, perSeconds: HOUR },
	/** A shared tablet counts for many; nobody makes this many pictures of themselves. */
	pictures: { limit: 60, perSeconds: HOUR, total: { limit: 1000, perSeconds: DAY } },
	/** A town hall shares one address. */
	'sign-in': {
		limit: 50,
		perSeconds: QUARTER_HOUR,
		total: { limit: 300, perSeconds: QUARTER_HOUR }
	},
	/** Guessing a one-time link is hopeless; this keeps it cheap for us too. */
	'one-time-links': { limit: 50, perSeconds: QUARTER_HOUR },
	/** Setting out for the municipality's own login: a row each, for minutes. A town hall shares one address, and begins at eight. */
	'own-login': {
		limit: 200,
		perSeconds: QUARTER_HOUR,
		total: { limit: 1000, perSeconds: QUARTER_HOUR }
	},

	/** Of a tablet, or of whoever keys paper forms in. */
	'requests-of-grant': { limit: 600, perSeconds: 60 },
	/** A tablet fetches once a day, and once more each time that its page is loaded anew. */
	'home-codes': { limit: 10, perSeconds: DAY },
	'wrong-proofs-of-share': { limit: 20, perSeconds: HOUR },
	/** Tries refill evenly, so one more is never further off than 90 seconds. From browsers that nobody has signed in from. */
	account: { limit: 10, perSeconds: QUARTER_HOUR },
	/** A known browser has tries of its own, so that strangers never keep its owner out. */
	'known-browser': { limit: 10, perSeconds: QUARTER_HOUR },
	'second-factor': { limit: 5, perSeconds: QUARTER_HOUR },
	'password-again': { limit: 10, perSeconds: QUARTER_HOUR },
	/** Lines of the log that stay for a year: of what one user's session was refused, and of what strangers tried. */
	'refusals-logged': { limit: 20, perSeconds: DAY },
	'failures-logged': { limit: 20, perSeconds: DAY },
	'throttling-logged': { limit: 1, perSeconds: QUARTER_HOUR },
	'own-login-refusals-logged': { limit: 60, perSeconds: DAY }
} as const satisfies { [name: string]: Limit };

export type Name = keyof typeof LIMITS;
/** The municipality, where each has a limit of its own; another total than the usual; milliseconds of a clock that nobody sets. */
export type Where = { place?: string; total?: number; now?: number };

/** In memory alone: who tried what is on no disk, and is forgotten at a restart. */
const buckets = new Map<string, { tokens: number; at: number }>();
/** Memory is bounded whatever strangers send; what was tried longest ago is forgotten first. */
export const BUCKETS_MAX = 100_000;

/**
 * Takes a try. What costs only when it goes wrong is taken first too, and given back: else many at once would all find room.
 *
 * @param who as `networkOf` says it, or what the limit is about
 * @returns 0 when it may go on, else the seconds to wait
 */
export function take(name: Name, who: string, where: Where = {}): number {
	const { now = performance.now() } = where;
	const { mine, wide, all } = countersOf(name, who, where);
	const own = left(mine, now);
	const [roomOfWide, room] = [wide ? left(wide, now) : 1, all ? left(all, now) : 1];
	const { limit } = mine.rate;
	const half = all ? all.rate.limit / 2 : 0;
	const wait = Math.max(
		secondsTo(1 - own, mine.rate),
		wide ? secondsTo(1 - roomOfWide, wide.rate) : 0,
		all ? secondsTo(1 - room, all.rate) : 0,
		all && room < half
			? Math.min(secondsTo(limit - own, mine.rate), secondsTo(half - room, all.rate))
			: 0
	);
	const cost = wait > 0 ? 0 : 1;
	set(mine, own - cost, now);
	if (wide) set(wide, roomOfWide - cost, now);
	if (all) set(all, room - cost, now);
	return wait;
}

/** Gives a try back: it was a right one, and only wrong ones count. */
export function giveBack(name: Name, who: string, where: Where = {}): void {
	const { now = performance.now() } = where;
	for (const counter of Object.values(countersOf(name, who, where)))
		if (counter) set(counter, left(counter, now) + 1, now);
}

/** For tests. */
export const forgetAll = (): void => buckets.clear();

type Counter = { key: string; rate: Rate };

/** One's own, that of the provider's network around it, and what all have together. */
function countersOf(
	name: Name,
	who: string,
	where: Where
): { mine: Counter; wide?: Counter; all?: Counter } {
	const { total, ...own } = limitOf(name, where);
	const keyOf = (of: string): string => [name, where.place ?? '', of].join('|');
	const mine = { key: keyOf(who), rate: own };
	if (!total) return { mine };
	const around = widerOf(who);
	return {
		mine,
		// Whoever has one such network has thousands of those inside it: they are left half of what all have.
		...(around && { wide: { key: keyOf(around), rate: { ...total, limit: total.limit / 2 } } }),
		all: { key: keyOf(ALL), rate: total }
	};
}

/** Nobody's network or account is called this. */
const ALL = '*';

/** With another total, what one has of it is another in the same measure. */
function limitOf(name: Name, where: Where): Limit {
	const limit: Limit = LIMITS[name];
	const { total } = limit;
	if (!total || where.total === undefined) return limit;
	const own = Math.max(1, (limit.limit * where.total) / total.limit);
	return { ...limit, limit: own, total: { ...total, limit: where.total } };
}

/** Until so many tries have come back. Less than a millionth is a number's rounding. */
const secondsTo = (tries: number, { limit, perSeconds }: Rate): number =>
	Math.max(0, Math.ceil((tries * perSeconds) / limit - 1e-6));

function set({ key, rate }: Counter, tokens: number, at: number): void {
	// A map keeps the order of insertion: taken out and put in again, the first is the oldest.
	buckets.delete(key);
	// Whoever has all their tries is as if they had never come: nothing is remembered of them.
	if (tokens >= rate.limit) return;
	const [oldest] = buckets.size >= BUCKETS_MAX ? buckets.keys() : [];
	if (oldest !== undefined) buckets.delete(oldest);
	buckets.set(key, { tokens, at });
}

function left({ key, rate: { limit, perSeconds } }: Counter, now: number): number {
	const known = buckets.get(key);
	if (!known) return limit;
	const passed = Math.max(0, now - known.at);
	return Math.min(limit, known.tokens + (passed * limit) / (perSeconds * 1000));
}
