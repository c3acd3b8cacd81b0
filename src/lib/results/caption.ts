import { perCent, valueOf } from '../rounding.ts';
import type { Item, Scale } from '../survey/questionnaire.ts';
import { POINTS } from '../survey/scale.ts';
import type { Figure } from './figure.ts';
import type { Missing } from './missing.ts';
import type { Period } from './period.ts';
import { decimalsOf, type Locale } from './locale.ts';

type Shown = Extract<Figure, { state: 'shown' }>;

/** What stands under a chart: `brief` is always in sight, `rest` is told to those who ask how the number is to be read. */
export type Caption = { brief: string[]; rest: string[] };

/**
 * How many were asked and answered, the interval and who is missing; then how, the wording and scale. When stands above. Written from
 * the data, so that it cannot be forgotten. `missing`: of the figure's own months, or nothing; `items`: what the chart is
 * of, several are not quoted.
 */
export function caption(
	locale: Locale,
	missing: Missing | null,
	items: readonly Pick<Item, 'text' | 'scale'>[],
	figure?: Figure
): Caption {
	const { m } = locale;
	const [item] = items;
	const scales = [...new Set(items.map(({ scale }) => scale))];
	return {
		brief: [
			...(missing ? asked(locale, missing) : []),
			...interval(locale, figure),
			...(missing ? absent(locale, missing) : [])
		],
		rest: [
			...(missing ? how(locale, missing) : []),
			...(item && items.length === 1 ? [m.caption.wording({ text: locale.text(item.text) })] : []),
			...scales.map((scale) => scaleWords(locale, scale)),
			m.caption.neither()
		]
	};
}

/** What stands above a figure: of which months its answers are, and when it came out. */
export const stamp = (locale: Locale, period: Period): string =>
	[
		when(locale, period),
		...(period.publishedOn
			? [locale.m.caption.published({ date: locale.day(period.publishedOn) })]
			: [])
	].join(' ');

/** Why a figure of several items has fewer answers than its shares are made of. */
export const pooledNote = (locale: Locale): string => locale.m.caption.pooled();

/** One item's scale, and which of its answers make the share. */
export function scaleWords({ m, beside }: Locale, scale: Scale): string {
	const answers = beside(...POINTS.map((point) => m.caption.answer({ answer: m[scale][point]() })));
	const share = scale === 'agreement' ? m.caption.agree() : m.caption.satisfied();
	return m.caption.scale({ answers, share });
}

const when = (locale: Locale, { months, without }: Period): string => {
	const span = locale.span(months);
	const { caption } = locale.m;
	return without.length > 0
		? caption.whenWithout({ span, quarters: locale.quarters(without) })
		: caption.when({ span });
};

/** One decimal where whole per cent would put the figure, or an end of its interval, on the wrong side of the goal. */
export function decimalsAgainst({ share, interval }: Shown, goal: number | null): 0 | 1 {
	if (goal === null) return 0;
	const ends = interval ? [interval.low, interval.high] : [];
	const misleads = [valueOf(share), ...ends].some(
		(value) => perCent(value) === perCent(goal) && value !== goal
	);
	return misleads || decimalsOf(goal) > 0 ? 1 : 0;
}

function asked(locale: Locale, { response, quarters, answered }: Missing): string[] {
	const { caption } = locale.m;
	// The rate is of whole quarters: where they are not the figure's own months it stands with who is missing, and not here.
	if (!response || response.rate === null || response.answered !== answered) {
		return [caption.answered({ count: locale.count(answered) })];
	}
	return [
		caption.rate({
			answered: locale.count(response.answered),
			offered: locale.count(response.offered ?? 0),
			rate: locale.percent(response.rate),
			quarters: locale.quarters(quarters)
		})
	];
}

function how(locale: Locale, { answeredBy, answered }: Missing): string[] {
	const { m } = locale;
	if (answered === 0) return [];
	const channels = answeredBy.map(({ channel, n }) =>
		m.caption.channel({
			share: locale.percent({ k: n, n: answered }),
			channel: m.channel[channel]()
		})
	);
	return [m.caption.how({ channels: locale.list(channels) })];
}

function interval(locale: Locale, figure: Figure | undefined): string[] {
	const { caption } = locale.m;
	if (!figure) return [caption.intervals()];
	if (figure.state === 'hidden' || !figure.interval) return [];
	const { low, high } = figure.interval;
	return [
		caption.n({ n: figure.n, count: locale.count(figure.n) }),
		caption.interval({ low: locale.bare(low), high: locale.bare(high) })
	];
}

function absent(locale: Locale, { response, answered, silent, declined }: Missing): string[] {
	const { caption } = locale.m;
	if (!response || response.rate === null) return [caption.missingUnknown()];
	if (response.answered !== answered) return [];
	return [caption.missing({ count: locale.count(silent + declined) })];
}
