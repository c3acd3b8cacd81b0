import { monthsBetween, type Day, type Month } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given } from '../../src/lib/server/demo/year/given.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import {
	APART,
	itemsOf,
	publicationDay,
	size,
	teamOf,
	type Block,
	type Sheet
} from './counting.ts';
import { suppress, UNBOUND, type Bounds } from './suppress.ts';

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
	const found: Cell[] = [];
	const add = (item: string, groups: Map<string, Sheet[]>, bounds: Bounds): void => {
		const shown = suppress(counts(groups, item), bounds);
		for (const [category, sheets] of groups) {
			const n = size(sheets, item);
			found.push({ category, item, n, sheets, shown: shown.has(category) });
		}
	};
	const shownIn = (item: string, category: string): boolean =>
		found.some((cell) => cell.item === item && cell.category === category && cell.shown);
	const hiddenIn = (item: string): number =>
		found
			.filter((cell) => cell.item === item && !cell.shown)
			.reduce((sum, cell) => sum + cell.n, 0);

	const offers = (category: string): number =>
		teamOffered(given, round, plan, span, category, outcomes);
	add('', outcomes, name === 'team' ? boundsOfOffers(counts(outcomes, ''), offers) : UNBOUND);
	for (const reason of APART.filter((each) => each !== '#any')) {
		const of = (category: string) => ({ from: 0, to: Infinity, always: !shownIn('', category) });
		add(reason, group(reason), { of, alwaysTogether: Infinity });
	}
	const all = counts(outcomes, '');
	add('#any', group('#any'), {
		of: (category) =>
			shownIn('', category)
				? { from: 0, to: all.get(category) ?? 0, always: false }
				: { from: 0, to: Infinity, always: true },
		alwaysTogether: hiddenIn('')
	});
	const any = counts(group('#any'), '#any');
	const items = itemsOf(round, plan).map((item) => [item, group(item)] as const);
	for (const [item, groups] of items) {
		add(item, groups, {
			of: (category) => {
				if (!shownIn('#any', category)) return { from: 0, to: Infinity, always: true };
				const to = any.get(category) ?? 0;
				const others = items
					.filter(([other]) => other !== item)
					.reduce((sum, [other, of]) => sum + size(of.get(category) ?? [], other), 0);
				return { from: Math.max(0, to - others), to, always: false };
			},
			alwaysTogether: hiddenIn('#any')
		});
	}
	return found;
}

/** Whoever knows how many a team was offered knows by the rule of twenty and five between what its answers lie. */
function boundsOfOffers(counts: Map<string, number>, offers: (team: string) => number): Bounds {
	return {
		of: (team) => {
			const offered = offers(team);
			const n = counts.get(team) ?? 0;
			if (n > offered) return { from: offered + 1, to: Infinity, always: true };
			if (offered < 20) return { from: 0, to: offered, always: true };
			if (offered - n < 5) return { from: offered - 4, to: offered, always: true };
			return { from: 0, to: offered - 5, always: false };
		},
		alwaysTogether: Infinity
	};
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
