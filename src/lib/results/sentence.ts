import type { Item } from '../survey/questionnaire.ts';
import { decimalsAgainst } from './caption.ts';
import type { Change, Figure, Verdict } from './figure.ts';
import type { Locale } from './locale.ts';

/** What is said of a figure against a goal; shares 0–1. */
export type Against = {
	goal: number;
	verdict: Verdict | 'not-over' | 'no-figure';
	settledBy: number | null;
};

/**
 * A result in words (WORDS.md): the share, the goal, how many, how sure, and what therefore can be said.
 * `items`: one is named by its scale, several are pooled. `lastFigures` is the day that the verdict comes.
 */
export function resultWords(
	locale: Locale,
	figure: Figure,
	items: readonly Pick<Item, 'scale'>[],
	against: Against | null,
	lastFigures?: string
): string[] {
	if (figure.state === 'hidden') return [];
	const { m } = locale;
	const decimals = decimalsAgainst(figure, against?.goal ?? null);
	const { interval } = figure;
	return [
		shareWords(locale, locale.percent(figure.share, decimals), items),
		...(against ? [m.result.goal({ goal: locale.goal(against.goal) })] : []),
		m.result.answered({ n: figure.n, count: locale.count(figure.n) }),
		...(interval
			? [
					m.result.interval({
						low: locale.bare(interval.low, decimals),
						high: locale.bare(interval.high, decimals)
					})
				]
			: []),
		...verdictWords(locale, against, lastFigures),
		m.result.silent()
	];
}

/** What is said of a change, and that two wordings differ where they do. */
export function changeWords(
	locale: Locale,
	change: Change | null,
	baseline: { share: number; year: number; wording: string },
	goalWording: string
): string[] {
	const { m } = locale;
	const of = { year: String(baseline.year), share: locale.goal(baseline.share) };
	const wording = m.change.wording({ baseline: baseline.wording, goal: goalWording });
	return [
		...(change ? [m.change[change](of)] : []),
		...(baseline.wording === goalWording ? [] : [wording])
	];
}

export function shareWords(
	{ m }: Locale,
	share: string,
	items: readonly Pick<Item, 'scale'>[]
): string {
	if (items.length > 1) return m.result.pooled({ share, items: items.length });
	return items[0]?.scale === 'satisfaction'
		? m.result.satisfied({ share })
		: m.result.agree({ share });
}

function verdictWords(
	{ m, count, day }: Locale,
	against: Against | null,
	lastFigures: string | undefined
): string[] {
	if (!against) return [m.result.noGoal()];
	if (against.verdict === 'reached') return [m.result.reached()];
	if (against.verdict === 'not-reached') return [m.result.notReached()];
	if (against.verdict === 'not-over') {
		return [lastFigures ? m.result.notOverDate({ date: day(lastFigures) }) : m.result.notOver()];
	}
	if (against.verdict === 'no-figure') return [];
	return [
		m.result.undecided(),
		against.settledBy === null
			? m.result.tooClose()
			: m.result.settledBy({ count: count(against.settledBy) })
	];
}
