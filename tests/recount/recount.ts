import type { Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given } from '../../src/lib/server/demo/year/given.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import {
	batchesOf,
	cells,
	publishedSpans,
	sheetsOf,
	teamOffered,
	wasOfferedTablet,
	type Span
} from './cells.ts';
import { answerOf, publishedBlocks, size, type Block, type Sheet } from './counting.ts';

/**
 * What ought to be published, told a second time: from the list of everything that was sent, by METHOD's rules alone.
 * It keeps whole answer sheets, as the server never may, and shares no code with the server.
 */
export type Row = {
	round: string;
	/** `2026-05`, `2026-Q2`, `2026-H1` or `round`. */
	unit: string;
	series: string;
	/** '' is the whole municipality. */
	breakdown: string;
	category: string;
	/** '' is the outcomes. */
	item: string;
	answer: string;
	n: number;
};

const POINTS = ['1', '2', '3', '4', '5'];
export function recount(given: Given, rounds: Round[], plan: Plan, asOf: Day): Row[] {
	return rounds
		.flatMap((round) => {
			const blocks = publishedBlocks(given, round, plan, asOf);
			return [
				...blocks.flatMap((block) => monthRows(round, block)),
				...publishedSpans(round, asOf).flatMap((span) => spanRows(given, round, plan, span, blocks))
			];
		})
		.sort(inOrder);
}

export const inOrder = (a: Row, b: Row): number => (key(a) < key(b) ? -1 : 1);
const key = ({ round, unit, series, breakdown, category, item, answer }: Row): string =>
	JSON.stringify([round, unit, series, breakdown, category, item, answer]);

function monthRows(round: Round, { month, series, item, sheets }: Block): Row[] {
	const row = (answer: string, n: number): Row => ({
		round: round.id,
		unit: month,
		series,
		breakdown: '',
		category: '',
		item,
		answer,
		n
	});
	if (item.startsWith('#')) return [{ ...row(answerOf(item), size(sheets, item)), item: '' }];
	if (item !== '') return answerRows(sheets, item, row);
	const count = (wanted: (sheet: Sheet) => boolean): number => sheets.filter(wanted).length;
	const answered = [row('answered', size(sheets, ''))];
	if (series === 'open') {
		return [
			...answered,
			row(
				'declined',
				count(({ outcome }) => outcome === 'declined')
			)
		];
	}
	return [
		...answered,
		...['code', 'tablet', 'paper'].flatMap((channel) =>
			['answered', 'declined'].map((outcome) =>
				row(
					`${channel}:${outcome}`,
					count((sheet) => sheet.channel === channel && sheet.outcome === outcome)
				)
			)
		),
		row(
			'tablet:later',
			count(({ outcome }) => outcome === 'later')
		)
	];
}

function answerRows(sheets: Sheet[], item: string, row: (answer: string, n: number) => Row): Row[] {
	const answers = sheets.map((sheet) => String(sheet.answers[item] ?? 'skipped'));
	return [...POINTS, 'na', 'unclear', 'skipped'].map((answer) =>
		row(answer, answers.filter((each) => each === answer).length)
	);
}

function spanRows(given: Given, round: Round, plan: Plan, span: Span, blocks: Block[]): Row[] {
	const rows: Row[] = span.kind === 'quarter' ? offeredRows(given, round, span, blocks) : [];
	for (const { name, unit } of round.breakdowns) {
		if (unit !== span.kind) continue;
		rows.push(...breakdownRows(given, round, plan, span, blocks, name));
	}
	return rows;
}

function offeredRows(given: Given, round: Round, span: Span, blocks: Block[]): Row[] {
	const outcomes = sheetsOf(blocks, span, '');
	const row = (channel: string, n: number): Row => ({
		round: round.id,
		unit: span.unit,
		series: 'asked',
		breakdown: '',
		category: '',
		item: '',
		answer: `offered:${channel}`,
		n
	});
	const handedOut = (channel: string): number =>
		batchesOf(given, round, span)
			.filter((batch) => batch.channel === channel)
			.reduce((sum, batch) => sum + batch.invited, 0);
	return [
		row('code', handedOut('code')),
		row('tablet', outcomes.filter(wasOfferedTablet).length),
		row('paper', handedOut('paper'))
	];
}

function breakdownRows(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	blocks: Block[],
	name: string
): Row[] {
	const all = cells(given, round, plan, span, blocks, name);
	const outcomes = new Map(
		all.filter(({ item }) => item === '').map(({ category, sheets }) => [category, sheets])
	);
	return all
		.filter(({ shown }) => shown)
		.flatMap(({ category, item, sheets }) => {
			const row = (answer: string, n: number): Row => ({
				round: round.id,
				unit: span.unit,
				series: 'asked',
				breakdown: name,
				category,
				item,
				answer,
				n
			});
			if (item.startsWith('#')) return [{ ...row(answerOf(item), size(sheets, item)), item: '' }];
			if (item !== '') return answerRows(sheets, item, row);
			return [
				row('answered', size(sheets, '')),
				...(name === 'team'
					? [row('offered', teamOffered(given, round, plan, span, category, outcomes))]
					: [])
			];
		});
}
