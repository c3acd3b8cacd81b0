import type { Day } from '../../calendar.ts';
import { measuredBy } from '../../goals/goal.ts';
import type { SurveyMeasure } from '../../goals/measure.ts';
import type { Surveyed } from '../../goals/surveyed.ts';
import type { Plan } from '../../plan/plan.ts';
import { figureOver } from '../../results/figure.ts';
import { responseIn } from '../../results/missing.ts';
import { newestOf, quartersOf } from '../../results/period.ts';
import { isSameStatement } from '../../plan/wordings.ts';
import type { Db } from '../core/database.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound } from '../rounds/rounds.ts';
import * as results from './results.ts';
import { ofRound } from './round-plan.ts';

/** What the released figures say of each statement that a goal is measured by; asked once for a page. */
export function surveyed(db: Db, plan: Plan): (measure: SurveyMeasure) => Surveyed | null {
	const withFigures = rounds.list(db).filter(({ round }) => rounds.hasFigures(db, round.id));
	const known = new Map<string, Surveyed | null>();
	return (measure) => {
		const key = `${measure.item}/${measure.period}`;
		const found = known.get(key) ?? read(db, plan, withFigures, measure);
		known.set(key, found);
		return found;
	};
}

function read(
	db: Db,
	plan: Plan,
	withFigures: readonly KeptRound[],
	measure: SurveyMeasure
): Surveyed | null {
	const asking = withFigures.filter((kept) => asks(plan, kept, measure.item));
	const newest = asking.at(-1);
	if (!newest) return null;
	const before = asking.at(-2);
	const { round } = newest;
	const now = figureIn(db, newest, measure);
	return {
		round: { id: round.id, name: round.name.da },
		goal: goalThen(ofRound(db, plan, newest), measure),
		figure: now.figure,
		isOver: now.isOver,
		earlier: before ? figureIn(db, before, { ...measure, period: 'round' }).figure : null
	};
}

function figureIn(db: Db, { round }: KeptRound, { item, period: kind }: SurveyMeasure) {
	const units = rounds.units(db, round.id);
	const rows = results.wholeMunicipality(db, round);
	const period = newestOf(kind, units);
	const figure = figureOver(rows, period.months, {
		items: [item],
		series: 'asked',
		response: responseIn(rows, quartersOf(period, units))
	});
	return { figure, isOver: period.isOver };
}

/** What a plan wanted of a statement. */
function goalThen({ goals }: Plan, { item, statistic }: SurveyMeasure): number | null {
	for (const goal of goals) {
		for (const aim of goal.aims) {
			const own = measuredBy(goal, aim);
			if (aim.kind === 'value' && own?.kind === 'survey') {
				if (own.item === item && own.statistic === statistic) return aim.value;
			}
		}
	}
	return null;
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
