import { scaleWords } from '$lib/results/caption.ts';
import type { Voice } from '$lib/results/voice.ts';
import type { BreakdownFigures, Category } from '$lib/server/results/breakdown-figures.ts';

/** The plan's name of a category, or the app's own for languages and for those who did not say. */
export function nameOf(voice: Voice, { id, text }: Category): string {
	if (text) return voice.text(text);
	const { breakdown } = voice.m;
	if (id === 'da') return breakdown.da();
	return id === 'other' ? breakdown.other() : breakdown.unknown();
}

/** What stands over a breakdown: when, how many of how many where that is known, and the scales. */
export function cellCaption(voice: Voice, { unit, categories, items }: BreakdownFigures): string[] {
	const { m } = voice;
	const rates = categories.flatMap((category) => {
		const { response } = category;
		if (!response || response.offered === null || response.rate === null) return [];
		return [
			m.caption.cell({
				name: nameOf(voice, category),
				answered: voice.count(response.answered),
				offered: voice.count(response.offered),
				rate: voice.percent(response.rate)
			})
		];
	});
	const scales = new Set(items.flatMap(({ item }) => item?.scale ?? []));
	return [
		m.caption.when({ span: voice.unit(unit) }),
		...(rates.length > 0 ? [m.caption.cells({ cells: voice.list(rates) })] : []),
		...[...scales].map((scale) => scaleWords(voice, scale)),
		m.caption.neither()
	];
}
