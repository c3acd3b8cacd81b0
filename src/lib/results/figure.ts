import { valueOf, type Fraction } from '../rounding.ts';
import type { Series } from '../survey/round.ts';
import { meanOf, shareOf, sum, wilson, type Interval } from './statistics.ts';
import { isShown, total, type Count, type Tally } from './tally.ts';

/** How many answered of how many asked. `rate` is null where answers exceed the denominator or nothing is known of it. */
export type Response = { answered: number; offered: number | null; rate: Fraction | null };

/** The distribution of one item's answers over a unit, or over units that are all shown. */
export type Distribution = {
	/** Index 0 is answer 1, index 4 is answer 5. */
	points: [number, number, number, number, number];
	na: number;
	unclear: number;
	skipped: number;
};

/**
 * The one shape of a figure on its way to any page, file or print. `n` counts answers 1–5; `share` is answers 4–5 of answers 1–5.
 * A hidden figure carries nothing at all: it looks like an empty one.
 */
export type Figure =
	| {
			state: 'shown';
			series: Series;
			n: number;
			share: Fraction;
			/** Null for the open series: anyone can stuff it. */
			interval: Interval | null;
			/** Only for n ≥ 30 with some spread. */
			mean: { value: Fraction; interval: Interval } | null;
			distribution: Distribution;
			response: Response | null;
	  }
	| { state: 'hidden' };

export type Verdict = 'reached' | 'not-reached' | 'undecided';
export type Change = 'better' | 'worse' | 'no-clear-change' | 'baseline-unknown';

/** Which figure: of one item, or of several pooled; of the whole municipality or one category. */
export type Of = {
	items: readonly string[];
	series: Series;
	category?: string;
	response?: Response | null;
};

/**
 * The figure of one item, or the pooled figure of several, over units: the share is pooled over the items, but its interval
 * uses the citizens with at least one answer 1–5, as one citizen's answers are not independent of each other.
 */
export function figureOver(rows: Tally, units: readonly string[], of: Of): Figure {
	const { items, series, category = '', response = null } = of;
	const counts = items
		.map((item) => total(rows, units, { series, category, item }))
		.filter((count) => count !== null);
	const distribution = distributionOf(counts);
	const answers = sum(distribution.points);
	if (items.length === 1) return figure(distribution, answers, series, response);
	// An item under the threshold is counted in a later unit than its citizens: those of the last units must wait with it.
	const last = units.findLastIndex((unit) =>
		items.some((item) => isShown(rows, unit, { series, category, item }))
	);
	const citizens = total(rows, units.slice(0, last + 1), { series, category })?.['any'] ?? 0;
	const pooled = figure(distribution, Math.min(citizens, answers), series, response);
	return pooled.state === 'shown' ? { ...pooled, mean: null } : pooled;
}

/** No rate where answers exceed what was offered: some of the denominator is missing, and a rate would be invented. */
export const responseOf = (answered: number, offered: number | null): Response => ({
	answered,
	offered,
	rate: offered !== null && offered > 0 && answered <= offered ? { k: answered, n: offered } : null
});

function figure(
	distribution: Distribution,
	n: number,
	series: Series,
	response: Response | null
): Figure {
	if (n === 0) return { state: 'hidden' };
	const share = shareOf(distribution.points);
	const isAsked = series === 'asked';
	return {
		state: 'shown',
		series,
		n,
		share,
		interval: isAsked ? wilson(valueOf(share), n) : null,
		mean: isAsked ? meanOf(distribution.points) : null,
		distribution,
		response
	};
}

function distributionOf(counts: Count[]): Distribution {
	const of = (answer: string) => sum(counts.map((count) => count[answer] ?? 0));
	return {
		points: [of('1'), of('2'), of('3'), of('4'), of('5')],
		na: of('na'),
		unclear: of('unclear'),
		skipped: of('skipped')
	};
}
