import { perCent, valueOf } from '../rounding.ts';
import type { Figure } from './figure.ts';
import type { Locale } from './locale.ts';
import { newcombe, type Interval } from './statistics.ts';

/** Two groups that surely differ. `points` is what a reader gets who takes one printed share from the other. */
export type Difference = { higher: string; lower: string; points: number; interval: Interval };

type Group = { name: string; figure: Figure };
type Shown = Group & { figure: Extract<Figure, { state: 'shown' }> };

/** Of 95 %, on both sides. */
const ALPHA = 0.05;

/**
 * The pairs of shown groups whose difference is more than chance, largest first: Newcombe's interval lies on one side of nought.
 * The more pairs are looked at, the more would differ by chance alone, so they share the five per cent (Bonferroni).
 */
export function differences(groups: readonly Group[]): Difference[] {
	const shown = groups.filter(
		(group): group is Shown => group.figure.state === 'shown' && group.figure.interval !== null
	);
	const pairs = shown.flatMap((one, at) =>
		shown.slice(at + 1).map((other) => [one, other] as const)
	);
	const z = quantileOf(1 - ALPHA / 2 / Math.max(1, pairs.length));
	return pairs
		.flatMap(([one, other]): Difference[] => {
			const isHigher = valueOf(one.figure.share) >= valueOf(other.figure.share);
			const [higher, lower] = isHigher ? [one, other] : [other, one];
			const interval = newcombe(shareOf(higher), shareOf(lower), z);
			if (interval.low <= 0) return [];
			const points = perCent(higher.figure.share, 0) - perCent(lower.figure.share, 0);
			return [{ higher: higher.name, lower: lower.name, points, interval }];
		})
		.sort((a, b) => b.points - a.points);
}

/** What can be said of the groups of one item: which differ, and that the others cannot be told apart. */
export function comparedWords(
	locale: Locale,
	names: readonly string[],
	figures: readonly Figure[]
): string[] {
	const groups = figures.map((figure, at) => ({ name: names[at] ?? '', figure }));
	const shown = figures.filter(({ state }) => state === 'shown').length;
	if (shown < 2) return [];
	const { breakdown } = locale.m;
	const found = differences(groups);
	if (found.length === 0) return [breakdown.same()];
	const pairs = (shown * (shown - 1)) / 2;
	return [
		...found.map(({ higher, lower, points, interval }) =>
			breakdown.differs({
				higher,
				lower,
				points: locale.count(points),
				low: locale.bare(interval.low),
				high: locale.bare(interval.high)
			})
		),
		...(found.length < pairs ? [breakdown.others()] : [])
	];
}

const shareOf = ({ figure }: Shown) => ({ share: valueOf(figure.share), n: figure.share.n });

/** The normal distribution's quantile above a half, to four digits: Abramowitz & Stegun 26.2.23. */
export function quantileOf(probability: number): number {
	const t = Math.sqrt(-2 * Math.log(1 - probability));
	const above = 2.515517 + 0.802853 * t + 0.010328 * t * t;
	const below = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3;
	return t - above / below;
}
