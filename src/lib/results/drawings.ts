import type { Figure } from './figure.ts';
import type { TrendPoint } from './trend.ts';
import type { Voice } from './voice.ts';
import type { Scale } from '../survey/questionnaire.ts';
import { POINTS } from '../survey/scale.ts';

const APART = ['na', 'unclear', 'skipped'] as const;
/** Up to so many months every one is named on the axis, and up to so many the first of each quarter. */
const NAMED_MONTHS_MAX = 13;
const NAMED_QUARTERS_MAX = 25;

/** A row of diverging bars. The share is said by its scale's word: "enige", and only of satisfaction "tilfredse". */
export function figureRow(voice: Voice, label: string, scale: Scale, figure: Figure) {
	const { m } = voice;
	if (figure.state === 'hidden') {
		return { label, parts: null, figure: '', note: m.items.hidden(), description: '' };
	}
	const word = scale === 'satisfaction' ? m.items.satisfied() : m.items.agree();
	const share = `${voice.percent(figure.share)} ${word}`;
	const note = [
		...(figure.interval ? [range(voice, figure.interval)] : []),
		answers(voice, figure.n)
	].join(' · ');
	return {
		label,
		parts: figure.distribution.points,
		figure: share,
		note,
		description: `${label}: ${share}, ${note}`
	};
}

/** Headings of the table that goes with rows of diverging bars. */
export const figureColumns = ({ m }: Voice, heading: string, scale: Scale | null): string[] => [
	heading,
	m.items.share(),
	m.items.interval(),
	m.items.answers(),
	...POINTS.map((point) => (scale ? m[scale][point]() : m.legend[point]())),
	...APART.map((answer) => m.agreement[answer]())
];

export function figureCells(voice: Voice, label: string, figure: Figure): string[] {
	if (figure.state === 'hidden') return [label, voice.m.items.hidden()];
	const { points, ...apart } = figure.distribution;
	return [
		label,
		voice.percent(figure.share),
		figure.interval ? range(voice, figure.interval) : '–',
		voice.count(figure.n),
		...POINTS.map((point) => voice.count(points[point - 1] ?? 0)),
		...APART.map((answer) => voice.count(apart[answer]))
	];
}

export const legendOf = ({ m }: Voice, scale: Scale | null): string[] =>
	[...POINTS].reverse().map((point) => (scale ? m[scale][point]() : m.legend[point]()));

/** The one scale of several items, or null where they differ. */
export const commonScale = (items: readonly { scale: Scale }[]): Scale | null =>
	new Set(items.map(({ scale }) => scale)).size === 1 ? (items[0]?.scale ?? null) : null;

export function trendPoints(voice: Voice, trend: readonly TrendPoint[]) {
	const step = namedStep(trend.length);
	return trend.map((point) => {
		const isNamed = step === 1 || Number(point.month.slice(5)) % step === 1;
		return {
			id: point.month,
			tick: isNamed ? tickOf(voice, point.month) : null,
			value:
				point.state === 'shown'
					? { at: point.share, low: point.interval.low, high: point.interval.high }
					: null
		};
	});
}

export const trendRows = (voice: Voice, trend: readonly TrendPoint[]): string[][] =>
	trend.map((point) => {
		const month = voice.month(point.month);
		if (point.state !== 'shown') return [month, voice.m.months[point.state]()];
		return [month, voice.percent(point.share), range(voice, point.interval), voice.count(point.n)];
	});

/** What a trend shows, in a sentence, for those who do not see it. */
export function trendWords(voice: Voice, trend: readonly TrendPoint[]): string {
	const shown = trend.filter((point) => point.state === 'shown');
	const shares = shown.map(({ share }) => share);
	return voice.m.months.describe({
		n: shown.length,
		low: voice.percent(Math.min(...shares)),
		high: voice.percent(Math.max(...shares))
	});
}

export const range = (voice: Voice, { low, high }: { low: number; high: number }): string =>
	voice.m.items.range({ low: voice.bare(low), high: voice.bare(high) });

export const answers = (voice: Voice, n: number): string =>
	voice.m.items.n({ n, count: voice.count(n) });

/** In months. Beyond what quarters have room for on a phone, half-years are named. */
function namedStep(months: number): number {
	if (months <= NAMED_MONTHS_MAX) return 1;
	return months <= NAMED_QUARTERS_MAX ? 3 : 6;
}

/** January carries the year. */
const tickOf = (voice: Voice, month: string): string =>
	month.endsWith('-01') ? month.slice(0, 4) : voice.monthBriefly(month).replace('.', '');
