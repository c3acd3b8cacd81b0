import { lastDay, type Day } from '../../calendar.ts';
import { measuredBy } from '../../goals/goal.ts';
import type { SurveyMeasure } from '../../goals/measure.ts';
import type { Until } from '../../goals/series.ts';
import { isIn, spanOf } from '../../goals/survey-target.ts';
import type { SurveyAsked, Surveyed } from '../../goals/surveyed.ts';
import type { Plan } from '../../plan/plan.ts';
import { isSameStatement } from '../../plan/wordings.ts';
import { figureOver } from '../../results/figure.ts';
import { responseIn } from '../../results/missing.ts';
import { monthUnits, newestOf, quartersOf } from '../../results/period.ts';
import { prepared, type Db } from '../core/database.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';
import * as results from './results.ts';
import { ofRound } from './round-plan.ts';

/** What the released figures say of each statement that a goal is measured by; asked once for a page. */
export function surveyed(
	db: Db,
	plan: Plan
): (measure: SurveyMeasure, asked?: SurveyAsked) => Surveyed | null {
	const known = new Map<string, Surveyed | null>();
	return (measure, asked = {}) => {
		const { item, period, statistic } = measure;
		const key = JSON.stringify([item, period, statistic, asked.goal, asked.when, asked.until]);
		if (!known.has(key)) known.set(key, read(db, plan, measure, asked));
		return known.get(key) ?? null;
	};
}

/** A round that asks the statement, with its units as they stood. */
type Asking = { kept: KeptRound; units: Unit[] };

function read(db: Db, plan: Plan, measure: SurveyMeasure, asked: SurveyAsked): Surveyed | null {
	const asking = rounds
		.list(db)
		.filter((kept) => asks(plan, kept, measure.item))
		.map((kept): Asking => ({ kept, units: unitsOn(db, kept.round.id, asked.until) }));
	const withFigures = asking.filter(hasFigures);
	const span = asked.when ? spanOf(asked.when) : null;
	const within = span
		? asking.map(({ kept, units }) => ({
				kept,
				units: units.filter(({ unit }) => isIn(span, unit))
			}))
		: withFigures;
	const own = within.findLast(hasFigures);
	const newest = own ?? withFigures.at(-1);
	if (!newest) return null;
	const { round } = newest.kept;
	const before = withFigures[withFigures.findIndex(({ kept }) => kept === newest.kept) - 1];
	const now = figureIn(db, newest, measure);
	const isAwaited = within.some(({ units }) =>
		monthUnits(units).some(({ state }) => state === 'open')
	);
	return {
		round: { id: round.id, name: round.name.da },
		goal: goalThen(ofRound(db, plan, newest.kept), measure, asked),
		figure: now.figure,
		// Another round of the same time may be on its way.
		isOver: now.isOver && (span === null || !isAwaited),
		earlier: before ? figureIn(db, before, { ...measure, period: 'round' }).figure : null,
		...(!own && { instead: isAwaited ? 'awaited' : 'none' })
	};
}

const hasFigures = ({ units }: Asking): boolean =>
	monthUnits(units).some(({ state }) => state === 'released');

/** A round's units as they stood: what had not come by then, or was not over, is yet to come. */
function unitsOn(db: Db, round: string, until: Until | undefined): Unit[] {
	const units = rounds.units(db, round);
	if (!until) return units;
	const out = until.by === 'known' ? outBy(db, round, until.day) : undefined;
	const isThere = ({ unit, kind }: Unit): boolean =>
		out ? out.has(unit) : kind === 'month' && lastDay(unit) <= until.day;
	return units.map((each) => (isThere(each) ? each : { ...each, state: 'open' }));
}

const outBy = (db: Db, round: string, day: Day): Set<string> =>
	new Set(
		prepared<[string, Day], string>(
			db,
			`select unit from unit where round = ? and state <> 'open' and coalesce(released_on, publishes_on) <= ?`
		)
			.pluck()
			.all(round, day)
	);

function figureIn(
	db: Db,
	{ kept: { round }, units }: Asking,
	{ item, period: kind }: SurveyMeasure
) {
	const rows = results.wholeMunicipality(db, round);
	const period = newestOf(kind, units);
	const figure = figureOver(rows, period.months, {
		items: [item],
		series: 'asked',
		response: responseIn(rows, quartersOf(period, units))
	});
	return { figure, isOver: period.isOver };
}

/** What a plan wanted of a statement: the goal itself, and where it was not there yet, the last one that was still worked for. */
function goalThen(
	{ goals }: Plan,
	measure: SurveyMeasure,
	{ goal: id, when }: SurveyAsked
): number | null {
	const wanted = goals
		.filter(({ ended }) => !ended)
		.flatMap((goal) =>
			goal.aims.flatMap((aim) => {
				const own = measuredBy(goal, aim);
				const isOf =
					own?.kind === 'survey' &&
					own.item === measure.item &&
					own.statistic === measure.statistic;
				return isOf && aim.kind === 'value' ? [{ goal: goal.id, aim }] : [];
			})
		);
	const own = wanted.filter(({ goal }) => goal === id);
	const ofTime = own.find(({ aim }) => JSON.stringify(aim.when) === JSON.stringify(when));
	return (ofTime ?? own[0] ?? wanted.at(-1))?.aim.value ?? null;
}

/** Whether a round asked the statement in the words that it has now: others are another statement's. */
function asks(plan: Plan, { questionnaire }: KeptRound, id: string): boolean {
	const asked = questionnaire.items.find((item) => item.id === id);
	const now = plan.questionnaires.flatMap(({ items }) => items).find((item) => item.id === id);
	return asked !== undefined && now !== undefined && isSameStatement(asked, now);
}

/** A convenience for pages: everything `board` asks of the survey, with the day. */
export const seen = (db: Db, plan: Plan, today: Day) => ({
	today,
	surveyedBy: surveyed(db, plan)
});
