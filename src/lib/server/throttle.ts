/** In memory alone: who tried what is on no disk, and is forgotten at a restart. */
const buckets = new Map<string, { tokens: number; at: number }>();
const BUCKETS_MAX = 100_000;

/**
 * Takes one of `limit` tries that refill evenly over `perSeconds`.
 *
 * @param key what is limited, as `code:<address>`
 * @param now milliseconds
 * @returns 0 when the try may go on, else the seconds to wait
 */
export function take(key: string, { limit, perSeconds }: Limit, now: number = Date.now()): number {
	const tokens = left(key, { limit, perSeconds }, now);
	if (buckets.size >= BUCKETS_MAX) buckets.clear();
	buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
	return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * perSeconds) / limit);
}

type Limit = { limit: number; perSeconds: number };

/** Whether no try is left, without taking one. */
export const isOut = (key: string, limit: Limit, now: number = Date.now()): boolean =>
	left(key, limit, now) < 1;

function left(key: string, { limit, perSeconds }: Limit, now: number): number {
	const known = buckets.get(key);
	if (!known) return limit;
	return Math.min(limit, known.tokens + ((now - known.at) * limit) / (perSeconds * 1000));
}
