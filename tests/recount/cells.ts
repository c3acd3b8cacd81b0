import { monthsBetween, type Day, type Month } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given } from '../../src/lib/server/demo/year/given.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import { itemsOf, K, publicationDay, size, teamOf, type Block, type Sheet } from './counting.ts';

export type Span = { unit: string; kind: 'quarter' | 'half-year' | 'round'; months: Month[] };

/** The spans whose last month in the round is out. */
export function publishedSpans(round: Round, asOf: Day): Span[] {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const found: Span[] = [];
	for (const kind of ['quarter', 'half-year', 'round'] as const) {
		for (const unit of new Set(months.map((month) => spanOf(kind, month)))) {
			const inside = months.filter((month) => spanOf(kind, month) === unit);
			if (inside.every((month) => publicationDay(round, month) <= asOf)) {
				found.push({ unit, kind, months: inside });
			}
		}
	}
	return found;
}

function spanOf(kind: Span['kind'], month: Month): string {
	const [year, number] = month.split('-').map(Number);
	if (kind === 'quarter') return `${year}-Q${Math.floor((Number(number) + 2) / 3)}`;
	if (kind === 'half-year') return `${year}-H${Number(number) < 7 ? 1 : 2}`;
	return 'round';
}

export type Cell = { category: string; item: string; n: number; sheets: Sheet[]; shown: boolean };

/** Every category of a breakdown in a span, hidden ones too: for each item, and for the outcomes. */
export function cells(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	blocks: Block[],
	name: string
): Cell[] {
	const categories = round.breakdowns.find((each) => each.name === name)?.categories ?? [];
	const group = (item: string): Map<string, Sheet[]> => {
		const sheets = sheetsOf(blocks, span, item);
		return new Map(
			categories.map((category) => [
				category,
				sheets.filter((sheet) => categoryOf(sheet, name, categories) === category)
			])
		);
	};
	const counts = (groups: Map<string, Sheet[]>, item: string): Map<string, number> =>
		new Map([...groups].map(([category, sheets]) => [category, size(sheets, item)]));

	const outcomes = group('');
	const tooFewOffered = new Set(
		name === 'team'
			? categories.filter((category) => {
					const offered = teamOffered(given, round, plan, span, category, outcomes);
					return offered < 20 || offered - size(outcomes.get(category) ?? [], '') < 5;
				})
			: []
	);
	const shown = suppress(counts(outcomes, ''), tooFewOffered);
	const hidden = new Set(categories.filter((category) => !shown.has(category)));
	return ['', ...itemsOf(round, plan)].flatMap((item) => {
		const groups = item === '' ? outcomes : group(item);
		const visible = item === '' ? shown : suppress(counts(groups, item), hidden);
		return [...groups].map(([category, sheets]) => ({
			category,
			item,
			n: size(sheets, item),
			sheets,
			shown: visible.has(category)
		}));
	});
}

/** METHOD §4: the categories that may be shown; none, when fewer than two could. */
export function suppress(counts: Map<string, number>, hiddenBefore: Set<string>): Set<string> {
	const hidden = [...counts].filter(([category, n]) => n < K || hiddenBefore.has(category));
	const shown = [...counts]
		.filter(([category, n]) => n >= K && !hiddenBefore.has(category))
		.sort(([, a], [, b]) => a - b);
	const gap = (): { total: number; holding: number } => ({
		total: hidden.reduce((sum, [, n]) => sum + n, 0),
		holding: hidden.filter(([, n]) => n > 0).length
	});
	for (let { total, holding } = gap(); total > 0 && (total < K || holding < 2);) {
		const smallest = shown.shift();
		if (!smallest) break;
		hidden.push(smallest);
		({ total, holding } = gap());
	}
	return shown.length < 2 ? new Set() : new Set(shown.map(([category]) => category));
}

export const sheetsOf = (blocks: Block[], span: Span, item: string): Sheet[] =>
	blocks
		.filter(
			(block) =>
				block.series === 'asked' && block.item === item && span.months.includes(block.month)
		)
		.flatMap((block) => block.sheets);

export const batchesOf = (given: Given, round: Round, span: Span): Given['batches'] =>
	given.batches.filter((batch) => batch.round === round.id && span.months.includes(batch.month));

export const wasOfferedTablet = (sheet: Sheet): boolean =>
	sheet.channel === 'tablet' && sheet.outcome !== 'not-offered';

export function teamOffered(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	team: string,
	outcomes: Map<string, Sheet[]>
): number {
	const handedOut = batchesOf(given, round, span)
		.filter((batch) => teamOf(plan, batch.team) === team)
		.reduce((sum, batch) => sum + batch.invited, 0);
	return handedOut + (outcomes.get(team) ?? []).filter(wasOfferedTablet).length;
}

function categoryOf(sheet: Sheet, name: string, categories: string[]): string {
	if (name === 'language') return ['da', 'let'].includes(sheet.language) ? 'da' : 'other';
	if (name === 'team') return sheet.team ?? 'unknown';
	const said = name === 'situation' ? sheet.about.situation : sheet.about.meetingForm;
	return said !== undefined && categories.includes(said) ? said : 'unknown';
}
