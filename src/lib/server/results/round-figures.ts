import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { figureOver, type Figure } from '../../results/figure.ts';
import { missing, offersOfAYear, responseIn, type Missing } from '../../results/missing.ts';
import { monthUnits, newestOf, quartersOf, wholeRound, type Period } from '../../results/period.ts';
import type { Tally } from '../../results/tally.ts';
import { trend, type TrendPoint } from '../../results/trend.ts';
import { faceOf, type Item, type ItemFace } from '../../survey/questionnaire.ts';
import type { Breakdown, BreakdownName, Round } from '../../survey/round.ts';
import { NotOfferedReason } from '../../survey/submission.ts';
import { outcome, type Outcome } from '../../goals/outcome.ts';
import { ofTime, targetIn, type SurveyTarget } from '../../goals/survey-target.ts';
import type { Db } from '../core/database.ts';
import { openSeries, type OpenSeries } from './open-series.ts';
import { representation, type Representation } from './representation.ts';
import * as results from './results.ts';
import { ofRound } from './round-plan.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';

export type RoundFace = Pick<Round, 'id' | 'name' | 'opensOn' | 'closesOn' | 'channels'> & {
	/** Closed, and all its figures are out. */
	isOver: boolean;
	isOpen: boolean;
};
type ItemFigure = { item: ItemFace; figure: Figure; outcome: Outcome | null };
/** The key item, or (item null) all items pooled. */
export type Headline = {
	item: ItemFace | null;
	figure: Figure;
	period: Period;
	outcome: Outcome | null;
};
export type BreakdownFace = {
	name: BreakdownName;
	units: { unit: string; state: 'shown' | 'too-few' | 'lost' | 'awaited'; publishesOn: Day }[];
};

export type RoundFigures = {
	round: RoundFace;
	period: Period;
	headline: Headline;
	missing: Missing;
	representation: Representation | null;
	items: ItemFigure[];
	trend: TrendPoint[];
	breakdowns: BreakdownFace[];
	open: OpenSeries | null;
	fieldwork: results.Fieldwork | null;
	/** Announced days of months whose figures are not out yet. */
	dates: { unit: string; publishesOn: Day }[];
};

/** A round's figures for the whole municipality, from released rows only: how many answered does not matter to the time it takes. */
export function roundFigures(db: Db, plan: Plan, kept: KeptRound, today: Day): RoundFigures {
	const source = read(db, plan, kept, today);
	const { rows, units, items } = source;
	const { round } = kept;
	const { whole: period } = source;
	const about = missing(rows, period.months, quartersOf(period, units), NotOfferedReason.options);
	const key = items.find((item) => item.key) ?? null;
	return {
		round: face(round, units, today),
		period,
		headline: headline(source, key),
		missing: about,
		representation: representation(db, source.plan, round, units),
		items: items.map((item) => itemFigure(source, item, about)),
		trend: trend(rows, units, key ? [key.id] : items.map((item) => item.id)),
		breakdowns: breakdowns(db, round, units),
		open: openSeries(db, round, items),
		fieldwork: results.fieldwork(db, round.id),
		dates: monthUnits(units)
			.filter((each) => each.state === 'open')
			.map(({ unit, publishesOn }) => ({ unit, publishesOn }))
	};
}

export type StatementFigures = {
	round: RoundFace;
	period: Period;
	statement: ItemFigure & { item: Item };
	trend: TrendPoint[];
	missing: Missing;
};

/** One statement by itself, or undefined where the round does not ask it. */
export function statementFigures(
	db: Db,
	plan: Plan,
	kept: KeptRound,
	id: string,
	today: Day
): StatementFigures | undefined {
	const source = read(db, plan, kept, today);
	const { rows, units, whole: period } = source;
	const item = source.items.find((each) => each.id === id);
	if (!item) return undefined;
	const about = missing(rows, period.months, quartersOf(period, units), []);
	return {
		round: face(kept.round, units, today),
		period,
		statement: { ...itemFigure(source, item, about), item },
		trend: trend(rows, units, [item.id]),
		missing: about
	};
}

export type PromiseFigures = {
	round: RoundFace;
	period: Period;
	missing: Missing;
	/** In the plan's order; a promise without items is not measured yet. */
	promises: { promise: Plan['promises'][number]; items: ItemFigure[] }[];
};

/** Each promise of the plan with the figures of the items that measure it. */
export function promiseFigures(db: Db, plan: Plan, kept: KeptRound, today: Day): PromiseFigures {
	const source = read(db, plan, kept, today);
	const { whole: period } = source;
	const about = missing(source.rows, period.months, quartersOf(period, source.units), []);
	return {
		round: face(kept.round, source.units, today),
		period,
		missing: about,
		promises: source.plan.promises.map((promise) => ({
			promise,
			items: source.items
				.filter((item) => item.promises.includes(promise.id))
				.map((item) => itemFigure(source, item, about))
		}))
	};
}

/** Before the first round: what is promised, and that none of it is measured. */
export const promisesWithoutFigures = (plan: Plan) => ({
	round: null,
	promises: plan.promises.map((promise) => ({ promise, items: [] }))
});

/** The other rounds that have released figures, the newest first. */
export const otherRounds = (db: Db, round: string, today: Day): RoundFace[] =>
	rounds
		.list(db)
		.filter((other) => other.round.id !== round && rounds.hasFigures(db, other.round.id))
		.map((other) => face(other.round, rounds.units(db, other.round.id), today))
		.reverse();

export const face = (round: Round, units: readonly Unit[], today: Day): RoundFace => ({
	id: round.id,
	name: round.name,
	opensOn: round.opensOn,
	closesOn: round.closesOn,
	channels: round.channels,
	isOver: round.closesOn < today && wholeRound(units).isOver,
	isOpen: round.opensOn <= today && today <= round.closesOn
});

/** What each unit of a breakdown has to show. */
export function spansOf(
	db: Db,
	round: string,
	breakdown: Breakdown,
	units: readonly Unit[]
): BreakdownFace['units'] {
	const mine = units.filter((each) => each.kind === breakdown.unit);
	const shown = results.shownUnits(db, round, breakdown.name, mine);
	return mine.map(({ unit, state, publishesOn }) => {
		if (state === 'open') return { unit, state: 'awaited', publishesOn };
		if (state === 'lost') return { unit, state, publishesOn };
		return { unit, state: shown.has(unit) ? 'shown' : 'too-few', publishesOn };
	});
}

type Source = { rows: Tally; units: Unit[]; whole: Period; items: Item[]; plan: Plan; today: Day };

function read(db: Db, plan: Plan, kept: KeptRound, today: Day): Source {
	const units = rounds.units(db, kept.round.id);
	return {
		rows: results.wholeMunicipality(db, kept.round),
		units,
		whole: wholeRound(units),
		items: kept.questionnaire.items,
		plan: ofRound(db, plan, kept),
		today
	};
}

/** What a target is held against: of its own time alone. The whole round is one and the same, so that a page holds it once. */
function periodOf({ units, whole }: Source, target: SurveyTarget | null): Period {
	const own = target ? ofTime(target, units) : [];
	if (!target || (target.period === 'round' && own.length === monthUnits(units).length))
		return whole;
	return newestOf(target.period, own);
}

function headline(source: Source, key: Item | null): Headline {
	const { rows, units, items } = source;
	const target = key && targetOf(source, key);
	const period = periodOf(source, target);
	const figure = figureOver(rows, period.months, {
		items: (key ? [key] : items).map((item) => item.id),
		series: 'asked',
		response: responseIn(rows, quartersOf(period, units))
	});
	return {
		item: key && faceOf(key),
		figure,
		period,
		outcome: target && against(source, target, figure, period)
	};
}

function itemFigure(source: Source, item: Item, about: Missing): ItemFigure {
	const { rows, whole } = source;
	const of = { items: [item.id], series: 'asked', response: about.response } as const;
	const figure = figureOver(rows, whole.months, of);
	const target = targetOf(source, item);
	if (!target) return { item: faceOf(item), figure, outcome: null };
	const period = periodOf(source, target);
	const ofPeriod = period === whole ? figure : figureOver(rows, period.months, of);
	return { item: faceOf(item), figure, outcome: against(source, target, ofPeriod, period) };
}

function against(
	{ rows, today }: Source,
	target: SurveyTarget,
	figure: Figure,
	period: Period
): Outcome {
	// What is to be reached by a day is not judged before it.
	const isAwaited = target.when?.kind === 'by' && today <= target.when.day;
	const isOver = period.isOver && !isAwaited;
	return outcome(target, figure, { isOver, offersOfAYear: offersOfAYear(rows) });
}

/** A target is compared only with an item of its own wording: a round may have asked an earlier one. */
function targetOf({ plan, units }: Source, item: Item): SurveyTarget | null {
	const now = plan.questionnaires
		.flatMap((questionnaire) => questionnaire.items)
		.find((each) => each.id === item.id);
	if (now?.text.da !== item.text.da || now.scale !== item.scale) return null;
	return targetIn(plan.goals, item.id, monthUnits(units));
}

const breakdowns = (db: Db, round: Round, units: readonly Unit[]): BreakdownFace[] =>
	round.breakdowns.map((breakdown) => ({
		name: breakdown.name,
		units: spansOf(db, round.id, breakdown, units)
	}));
