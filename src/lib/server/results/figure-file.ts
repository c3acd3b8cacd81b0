import type { Text } from '../../i18n/text.ts';
import type { Plan } from '../../plan/plan.ts';
import { figureOver, responseOf, type Figure, type Of } from '../../results/figure.ts';
import { responseIn } from '../../results/missing.ts';
import {
	periodsOf,
	quartersOf,
	wholeRound,
	type Period,
	type PeriodKind
} from '../../results/period.ts';
import { blockOf, tally, type Tally } from '../../results/tally.ts';
import { perCent, rounded } from '../../rounding.ts';
import { faceOf, type Item } from '../../survey/questionnaire.ts';
import type { Series } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import * as results from './results.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';

/** Version 1 of `noegletal.json`. Shares and rates are per cent with one decimal, means have two. */
export type FigureFile = {
	oejenhoejde: 1;
	municipality: string;
	name: string;
	plan: string;
	about: string;
	rounds: RoundFile[];
};
export type RoundFile = {
	id: string;
	name: Text;
	opensOn: string;
	closesOn: string;
	/** The hash of what was asked: only figures of one hash may be compared. */
	questionnaire: string;
	items: Pick<Item, 'id' | 'text' | 'scale' | 'key'>[];
	units: Unit[];
	figures: FileFigure[];
	/** The rows that every figure is a sum of. What is hidden has no row, and looks like what is empty. */
	released: { columns: typeof COLUMNS; rows: (string | number)[][] };
};
type FileFigure = {
	kind: PeriodKind;
	period: string;
	/** Quarters that ended without figures and so are not in the sum. */
	without: string[];
	series: Series;
	/** '' is the whole municipality. */
	breakdown: string;
	category: string;
	/** Null: all items pooled. */
	item: string | null;
	n: number;
	share: number;
	low: number | null;
	high: number | null;
	mean: number | null;
	meanLow: number | null;
	meanHigh: number | null;
	/** Answers 1–5, from the least to the most agreeing or satisfied. */
	points: number[];
	na: number;
	unclear: number;
	skipped: number;
	answered: number | null;
	offered: number | null;
	responseRate: number | null;
};

const COLUMNS = ['unit', 'series', 'breakdown', 'category', 'item', 'answer', 'n'] as const;
const ABOUT =
	'share = answers 4-5 of answers 1-5, in per cent; low and high = Wilson 95 % interval, no finite population correction; ' +
	'n = answers 1-5 (pooled: citizens with at least one); responseRate of the quarters whose offers are settled; ' +
	'series "open" (posters, open links) has no interval: anyone can answer it; no row = hidden or empty';
const KINDS: PeriodKind[] = ['month', 'quarter', 'half-year', 'year', 'round'];

/** Everything that is released, with the figures computed from it: what the pages show, and no more. */
export const figureFile = (db: Db, plan: Plan): FigureFile => ({
	oejenhoejde: 1,
	municipality: plan.municipality,
	name: plan.name,
	plan: plan.title,
	about: ABOUT,
	rounds: rounds
		.list(db)
		.map((kept) => roundFile(db, kept))
		.reverse()
});

function roundFile(db: Db, { round, questionnaire }: KeptRound): RoundFile {
	const cells = results.everything(db, round.id);
	const units = rounds.units(db, round.id);
	const whole = tally(cells.filter((cell) => cell.breakdown === ''));
	return {
		id: round.id,
		name: round.name,
		opensOn: round.opensOn,
		closesOn: round.closesOn,
		questionnaire: round.questionnaire,
		items: questionnaire.items.map(faceOf),
		units,
		figures: [
			...KINDS.flatMap((kind) =>
				(kind === 'round' ? [wholeRound(units)] : periodsOf(kind, units)).flatMap((period) =>
					periodFigures(whole, units, period, questionnaire.items)
				)
			),
			...round.breakdowns.flatMap((breakdown) =>
				cellFigures(
					tally(cells.filter((cell) => cell.breakdown === breakdown.name)),
					units.filter((each) => each.kind === breakdown.unit),
					breakdown,
					questionnaire.items
				)
			)
		],
		released: { columns: COLUMNS, rows: cells.flatMap(rowsOf) }
	};
}

const rowsOf = ({ counts, ...cell }: results.ReleasedCell): (string | number)[][] =>
	Object.entries(counts).flatMap(([item, count]) =>
		Object.entries(count).map(([answer, n]) => [
			cell.unit,
			cell.series,
			cell.breakdown,
			cell.category,
			item,
			answer,
			n
		])
	);

function periodFigures(
	rows: Tally,
	units: readonly Unit[],
	period: Period,
	items: readonly Item[]
): FileFigure[] {
	const response = responseIn(rows, quartersOf(period, units));
	const { kind, name, without } = period;
	const place = { kind, period: name, without, breakdown: '', category: '' };
	return (['asked', 'open'] as const).flatMap((series) =>
		eachOf(items, series).flatMap((of) =>
			line(
				place,
				of,
				figureOver(rows, period.months, series === 'asked' ? { ...of, response } : of)
			)
		)
	);
}

const cellFigures = (
	rows: Tally,
	units: readonly Unit[],
	breakdown: { name: string; categories: string[] },
	items: readonly Item[]
): FileFigure[] =>
	units.flatMap(({ unit, kind }) =>
		breakdown.categories.flatMap((category) => {
			const outcomes = blockOf(rows, unit, { series: 'asked', category });
			const response = outcomes
				? responseOf(outcomes['answered'] ?? 0, outcomes['offered'] ?? null)
				: null;
			const place = { kind, period: unit, without: [], breakdown: breakdown.name, category };
			return eachOf(items, 'asked').flatMap((of) =>
				line(place, of, figureOver(rows, [unit], { ...of, category, response }))
			);
		})
	);

/** Every item by itself, and all of them pooled. The open series is never pooled: it has no headline. */
function eachOf(items: readonly Item[], series: Series): Of[] {
	const single = items.map((item): Of => ({ items: [item.id], series }));
	if (series === 'open' || items.length === 1) return single;
	return [{ items: items.map((item) => item.id), series }, ...single];
}

function line(
	place: Pick<FileFigure, 'kind' | 'period' | 'without' | 'breakdown' | 'category'>,
	of: Of,
	figure: Figure
): FileFigure[] {
	if (figure.state === 'hidden') return [];
	const { interval, mean, distribution, response } = figure;
	return [
		{
			...place,
			series: figure.series,
			item: of.items.length === 1 ? (of.items[0] ?? null) : null,
			n: figure.n,
			share: perCent(figure.share, 1),
			low: interval && perCent(interval.low, 1),
			high: interval && perCent(interval.high, 1),
			mean: mean && rounded(mean.value, 2),
			meanLow: mean && rounded(mean.interval.low, 2),
			meanHigh: mean && rounded(mean.interval.high, 2),
			...distribution,
			answered: response && response.answered,
			offered: response && response.offered,
			responseRate: response?.rate ? perCent(response.rate, 1) : null
		}
	];
}
