import { valueOf, type Fraction } from '../rounding.ts';
import type { Figure } from './figure.ts';
import { sum } from './statistics.ts';
import type { TrendPoint } from './trend.ts';
import type { Locale } from './locale.ts';
import type { Scale } from '../survey/questionnaire.ts';
import { POINTS } from '../survey/scale.ts';

const NOTHING: Fraction = { k: 0, n: 1 };
const APART = ['na', 'unclear', 'skipped'] as const;
/** Up to so many months every one is named on the axis, and up to so many the first of each quarter. */
const NAMED_MONTHS_MAX = 13;
const NAMED_QUARTERS_MAX = 25;
/** What a phone has room for under the axis. Some languages know no short names of months. */
const LETTERS_MAX = 54;

/** A row of diverging bars. The share is said by its scale's word: "enige", and only of satisfaction "tilfredse". */
export function figureRow(locale: Locale, label: string, scale: Scale, figure: Figure) {
	const { m } = locale;
	if (figure.state === 'hidden') {
		return { label, parts: null, labels: [], figure: '', note: m.items.hidden(), description: '' };
	}
	const word = scale === 'satisfaction' ? m.items.satisfied() : m.items.agree();
	const share = `${locale.percent(figure.share)} ${word}`;
	const note = [
		...(figure.interval ? [range(locale, figure.interval)] : []),
		answers(locale, figure.n)
	].join(' · ');
	const { points } = figure.distribution;
	const n = sum(points);
	return {
		label,
		parts: points,
		labels: points.map((k) => locale.bare({ k, n })),
		figure: share,
		note,
		description: `${label}: ${locale.beside(share, note)}`
	};
}

/** Headings of the table that goes with rows of diverging bars. */
export const figureColumns = ({ m }: Locale, heading: string, scale: Scale | null): string[] => [
	heading,
	m.items.share(),
	m.items.interval(),
	m.items.answers(),
	...POINTS.map((point) => (scale ? m[scale][point]() : m.legend[point]())),
	...APART.map((answer) => m.agreement[answer]())
];

export function figureCells(locale: Locale, label: string, figure: Figure): string[] {
	if (figure.state === 'hidden') return [label, locale.m.items.hidden()];
	const { points, ...apart } = figure.distribution;
	return [
		label,
		locale.percent(figure.share),
		figure.interval ? range(locale, figure.interval) : '–',
		locale.count(figure.n),
		...POINTS.map((point) => locale.count(points[point - 1] ?? 0)),
		...APART.map((answer) => locale.count(apart[answer]))
	];
}

export const legendOf = ({ m }: Locale, scale: Scale | null): string[] =>
	[...POINTS].reverse().map((point) => (scale ? m[scale][point]() : m.legend[point]()));

/** The one scale of several items, or null where they differ. */
export const commonScale = (items: readonly { scale: Scale }[]): Scale | null =>
	new Set(items.map(({ scale }) => scale)).size === 1 ? (items[0]?.scale ?? null) : null;

export function trendPoints(locale: Locale, trend: readonly TrendPoint[]) {
	const step = namedStep(trend.map(({ month }) => monthIn(locale, month)));
	return trend.map((point) => {
		const isNamed = step === 1 || Number(point.month.slice(5)) % step === 1;
		return {
			id: point.month,
			tick: isNamed ? monthIn(locale, point.month) : null,
			under: isNamed && point.month.endsWith('-01') ? point.month.slice(0, 4) : null,
			value:
				point.state === 'shown'
					? { at: valueOf(point.share), low: point.interval.low, high: point.interval.high }
					: null
		};
	});
}

export const trendRows = (locale: Locale, trend: readonly TrendPoint[]): string[][] =>
	trend.map((point) => {
		const month = locale.month(point.month);
		if (point.state !== 'shown') return [month, locale.m.months[point.state]()];
		return [
			month,
			locale.percent(point.share),
			range(locale, point.interval),
			locale.count(point.n)
		];
	});

/** What a trend shows, in a sentence, for those who do not see it. */
export function trendWords(locale: Locale, trend: readonly TrendPoint[]): string {
	const shown = trend.filter((point) => point.state === 'shown');
	const shares = shown.map(({ share }) => share).sort((a, b) => valueOf(a) - valueOf(b));
	const [least = NOTHING, most = least] = [shares[0], shares.at(-1)];
	return locale.m.months.describe({
		n: shown.length,
		low: locale.percent(least),
		high: locale.percent(most)
	});
}

export const range = (locale: Locale, { low, high }: { low: number; high: number }): string =>
	locale.m.items.range({ low: locale.bare(low), high: locale.bare(high) });

const answers = (locale: Locale, n: number): string =>
	locale.m.items.n({ n, count: locale.count(n) });

/** In months. Beyond what quarters have room for on a phone, half-years are named. @param names each month's */
function namedStep(names: readonly string[]): number {
	if (names.length <= NAMED_MONTHS_MAX)
		return sum(names.map((name) => name.length + 1)) <= LETTERS_MAX ? 1 : 2;
	return names.length <= NAMED_QUARTERS_MAX ? 3 : 6;
}

const monthIn = (locale: Locale, month: string): string =>
	locale.monthBriefly(month).replace('.', '');
