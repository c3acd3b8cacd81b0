import { valueOf, type Fraction } from '../rounding.ts';
import type { Change, Figure, Verdict } from './figure.ts';
import { answersToSettle, newcombe, type Interval } from './statistics.ts';

/** Reached when the whole interval is at or above the goal, not reached when it is wholly below. Both as shares 0–1. */
export function verdict(interval: Interval, goal: number): Verdict {
	if (interval.low >= goal) return 'reached';
	if (interval.high < goal) return 'not-reached';
	return 'undecided';
}

/** How many answers would settle it, or null where a year's offers could not give that many. */
export function settledBy(share: number, goal: number, offersOfAYear: number): number | null {
	const answers = answersToSettle(share, goal);
	return answers <= offersOfAYear ? answers : null;
}

/** A baseline whose n is unknown never gives a verdict: the same difference may be chance or not. */
export function change(
	now: { share: Fraction | number; n: number },
	baseline: { share: Fraction | number; n: number | null }
): Change {
	if (baseline.n === null) return 'baseline-unknown';
	const difference = newcombe(
		{ share: numberOf(now.share), n: now.n },
		{ share: numberOf(baseline.share), n: baseline.n }
	);
	if (difference.low > 0) return 'better';
	if (difference.high < 0) return 'worse';
	return 'no-clear-change';
}

/**
 * What can be said of a statement's figure against the same statement's earlier one; null where there is nothing to say it of: one
 * of them is hidden, or is of posters and open links, which anyone can stuff.
 */
export function changeBetween(now: Figure, before: Figure): Change | null {
	if (now.state === 'hidden' || before.state === 'hidden') return null;
	if (now.series !== 'asked' || before.series !== 'asked') return null;
	return change(now, before);
}

const numberOf = (share: Fraction | number): number =>
	typeof share === 'number' ? share : valueOf(share);
