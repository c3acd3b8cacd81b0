/** In memory alone: who tried what is on no disk, and is forgotten at a restart. */
const buckets = new Map<string, { tokens: number; at: number }>();
/** Memory is bounded whatever strangers send; what was tried longest ago is forgotten first. */
export const BUCKETS_MAX = 100_000;

/**
 * Takes one of `limit` tries that refill evenly over `perSeconds`.
 *
 * @param key what is limited, as `code:<address>`
 * @param now milliseconds
 * @returns 0 when the try may go on, else the seconds to wait
 */
export function take(key: string, { limit, perSeconds }: Limit, now: number = Date.now()): number {
	const tokens = left(key, { limit, perSeconds }, now);
	set(key, tokens >= 1 ? tokens - 1 : tokens, now);
	return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * perSeconds) / limit);
}

export type Limit = { limit: number; perSeconds: number };

/** Whether no try is left, without taking one. */
export const isOut = (key: string, limit: Limit, now: number = Date.now()): boolean =>
	left(key, limit, now) < 1;

/** Gives a try back: it was a right one, and only wrong ones count. */
export const giveBack = (key: string, limit: Limit, now: number = Date.now()): void =>
	set(key, Math.min(limit.limit, left(key, limit, now) + 1), now);

/** For tests. */
export const forgetAll = (): void => buckets.clear();

function set(key: string, tokens: number, at: number): void {
	// A map keeps the order of insertion: taken out and put in again, the first is the oldest.
	buckets.delete(key);
	const [oldest] = buckets.size >= BUCKETS_MAX ? buckets.keys() : [];
	if (oldest !== undefined) buckets.delete(oldest);
	buckets.set(key, { tokens, at });
}

function left(key: string, { limit, perSeconds }: Limit, now: number): number {
	const known = buckets.get(key);
	if (!known) return limit;
	return Math.min(limit, known.tokens + ((now - known.at) * limit) / (perSeconds * 1000));
}
