import type { Series } from '../survey/round.ts';

/** A 95 % interval; bounds are shares 0–1, or means 1–5. */
export type Interval = { low: number; high: number };

/** How many answered of how many asked. `rate` is null where answers exceed the denominator or nothing is known of it. */
export type Response = { answered: number; offered: number | null; rate: number | null };

/** The distribution of one item's answers over a unit, or over units that are all shown. */
export type Distribution = {
	/** Index 0 is answer 1, index 4 is answer 5. */
	points: [number, number, number, number, number];
	na: number;
	unclear: number;
	skipped: number;
};

/**
 * The one shape of a figure on its way to any page, file or print. `n` counts answers 1–5; `share` is answers 4–5 of them.
 * A hidden figure carries nothing at all: it looks like an empty one.
 */
export type Figure =
	| {
			state: 'shown';
			series: Series;
			n: number;
			share: number;
			/** Null for the open series: anyone can stuff it. */
			interval: Interval | null;
			/** Only for n ≥ 30 with some spread. */
			mean: { value: number; interval: Interval } | null;
			distribution: Distribution;
			response: Response | null;
	  }
	| { state: 'hidden' };

export type Verdict = 'reached' | 'not-reached' | 'undecided';
export type Change = 'better' | 'worse' | 'no-clear-change' | 'baseline-unknown';
