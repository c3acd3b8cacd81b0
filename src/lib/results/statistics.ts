import { valueOf, type Fraction } from '../rounding.ts';

/** A 95 % interval; bounds are shares 0–1, or means 1–5. */
export type Interval = { low: number; high: number };

/** The 0.975 quantile of the normal distribution: an interval is 95 % unless it is told another quantile. */
const Z = 1.959963984540054;
/** Under this the t interval of a five-point mean does not hold. */
const MEAN_MIN_ANSWERS = 30;

/**
 * Wilson's score interval of a share, without finite population correction: refusal is not sampling,
 * and a correction would take credit for those who did not answer. `n` > 0. Wilson 1927.
 */
export function wilson(share: number, n: number, z = Z): Interval {
	const a = (z * z) / n;
	const mid = (share + a / 2) / (1 + a);
	const half = (z / (1 + a)) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
	// Where all agree or none, the interval ends there, and not at the last bit beside it.
	return {
		low: share === 0 ? 0 : Math.max(0, mid - half),
		high: share === 1 ? 1 : Math.min(1, mid + half)
	};
}

/** Newcombe's score interval of `now − before`, two independent shares (his method 10, 1998). */
export function newcombe(
	now: { share: number; n: number },
	before: { share: number; n: number },
	z = Z
): Interval {
	const difference = now.share - before.share;
	const a = wilson(now.share, now.n, z);
	const b = wilson(before.share, before.n, z);
	return {
		low: difference - Math.hypot(now.share - a.low, b.high - before.share),
		high: difference + Math.hypot(a.high - now.share, before.share - b.low)
	};
}

/** The mean of answers 1–5 (`points[0]` counts answer 1) with its t interval, or null where there are too few or no spread. */
export function meanOf(points: readonly number[]): { value: Fraction; interval: Interval } | null {
	const n = sum(points);
	if (n < MEAN_MIN_ANSWERS) return null;
	const of = { k: sum(points.map((count, index) => count * (index + 1))), n };
	const value = valueOf(of);
	const squares = sum(points.map((count, index) => count * (index + 1 - value) ** 2));
	const deviation = Math.sqrt(squares / (n - 1));
	if (deviation === 0) return null;
	const half = (studentT(n - 1) * deviation) / Math.sqrt(n);
	return {
		value: of,
		interval: { low: Math.max(1, value - half), high: Math.min(5, value + half) }
	};
}

/** Answers 4–5 among answers 1–5. "Hverken eller" is in the denominator. */
export const shareOf = (points: readonly number[]): Fraction => ({
	k: (points[3] ?? 0) + (points[4] ?? 0),
	n: sum(points)
});

/** t(0.975, ν) by the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5): right to 5 decimals from ν = 29. */
export function studentT(degrees: number): number {
	const z = Z;
	return (
		z +
		(z ** 3 + z) / (4 * degrees) +
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
		(79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * degrees ** 4)
	);
}

/**
 * How many answers with this share would put the whole interval on one side of the goal. The score interval ends at the goal
 * when |share − goal| = z·√(goal(1 − goal)/n). Infinite where the share is the goal.
 */
export function answersToSettle(share: number, goal: number): number {
	const n = (Z * Z * goal * (1 - goal)) / (share - goal) ** 2;
	return share >= goal ? Math.ceil(n) : Math.floor(n) + 1;
}

export const sum = (numbers: readonly number[]): number =>
	numbers.reduce((total, each) => total + each, 0);
