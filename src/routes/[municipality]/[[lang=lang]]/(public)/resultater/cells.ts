import { scaleWords } from '$lib/results/caption.ts';
import type { Locale } from '$lib/results/locale.ts';
import type { BreakdownFigures, Category } from '$lib/server/results/breakdown-figures.ts';

/** The plan's name of a category, or the app's own for languages and for those who did not say. */
export function nameOf(locale: Locale, { id, text }: Category): string {
	if (text) return locale.text(text);
	const { breakdown } = locale.m;
	if (id === 'da') return breakdown.da();
	return id === 'other' ? breakdown.other() : breakdown.unknown();
}

/** What stands over a breakdown: when, how many of how many where that is known, and the scales. */
export function cellCaption(locale: Locale, { categories, items }: BreakdownFigures): string[] {
	const { m } = locale;
	const rates = categories.flatMap((category) => {
		const { response } = category;
		if (!response || response.offered === null || response.rate === null) return [];
		return [
			m.caption.cell({
				name: nameOf(locale, category),
				answered: locale.count(response.answered),
				offered: locale.count(response.offered),
				rate: locale.percent(response.rate)
			})
		];
	});
	const scales = new Set(items.flatMap(({ item }) => item?.scale ?? []));
	return [
		...(rates.length > 0 ? [m.caption.cells({ cells: locale.list(rates) })] : []),
		...[...scales].map((scale) => scaleWords(locale, scale)),
		m.caption.neither()
	];
}
