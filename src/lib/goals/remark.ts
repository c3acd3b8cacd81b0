import type { Better } from './measure.ts';
import type { Period } from './period.ts';
import type { Series } from './series.ts';
import { readingOf, xmr, type Sign } from './xmr.ts';

/** What is remarkable about one point of a series, or that nothing is. Each has its sentence in the messages. */
export const REMARKS = [
	'beyond-limit',
	'run-of-seven',
	'trend-of-seven',
	'two-of-three',
	'no-sure-change',
	'too-few-points'
] as const;
export type Remark = {
	rule: (typeof REMARKS)[number];
	side: Sign['side'] | null;
	reading: 'better' | 'worse' | 'neutral';
	period: Period;
};

/**
 * The strongest of a period's signs. A point that no rule applies to reads "Ingen sikker ændring", and under 12 points nothing is
 * said. What only counts up is never remarkable by going up.
 */
export function remarkOn(
	series: Series,
	{ better, runningTotal }: { better: Better; runningTotal?: true | undefined },
	period: Period | undefined = series.points.at(-1)?.period
): Remark | null {
	const found = xmr(series.points, series.marks)
		.flatMap(({ limits, points }) => points.map((point) => ({ limits, point })))
		.find(({ point }) => point.period === period);
	if (!found || runningTotal) return null;
	const { limits, point } = found;
	const of = { side: null, reading: 'neutral', period: point.period } as const;
	if (limits.isProvisional) return { rule: 'too-few-points', ...of };
	const [sign] = point.signs;
	if (!sign) return { rule: 'no-sure-change', ...of };
	return { ...sign, reading: readingOf(point.signs, better), period: point.period };
}
export const isRemarkable = ({ rule }: Remark): boolean =>
	rule !== 'no-sure-change' && rule !== 'too-few-points';
