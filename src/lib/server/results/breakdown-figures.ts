import type { Day } from '../../calendar.ts';
import type { Text } from '../../i18n/text.ts';
import type { Plan } from '../../plan/plan.ts';
import { figureOver, responseOf, type Figure, type Response } from '../../results/figure.ts';
import { blockOf, type Tally } from '../../results/tally.ts';
import { faceOf, type Item, type ItemFace } from '../../survey/questionnaire.ts';
import { UNKNOWN, type Breakdown, type BreakdownName } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import * as results from './results.ts';
import { ofRound } from './round-plan.ts';
import { face, spansOf, type BreakdownFace, type RoundFace } from './round-figures.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound } from '../rounds/rounds.ts';

/** `text` is null for "did not say" and for languages: those names are the app's own. */
export type Category = { id: string; text: Text | null; response: Response | null };
export type BreakdownFigures = {
	round: RoundFace;
	name: BreakdownName;
	unit: string;
	state: BreakdownFace['units'][number]['state'];
	publishesOn: Day;
	/** Every span of this breakdown, this one too. */
	units: BreakdownFace['units'];
	/** In the plan's order; nothing is ranked. */
	categories: Category[];
	/** Item null: all items pooled, where the questionnaire has no key item. */
	items: { item: ItemFace | null; cells: Figure[] }[];
	/** Teams too small to stand alone, and the team that they are counted with. */
	merged: { team: Text; into: Text }[];
};

/** One breakdown in one of its units, or undefined where the round has no such breakdown or unit. */
export function breakdownFigures(
	db: Db,
	plan: Plan,
	kept: KeptRound,
	name: string,
	unit: string,
	today: Day
): BreakdownFigures | undefined {
	const { round, questionnaire } = kept;
	const breakdown = round.breakdowns.find((each) => each.name === name);
	if (!breakdown) return undefined;
	const names = ofRound(db, plan, kept);
	const all = rounds.units(db, round.id);
	const spans = spansOf(db, round.id, breakdown, all);
	const found = spans.find((each) => each.unit === unit);
	if (!found) return undefined;
	const rows = results.breakdownRows(db, round.id, breakdown.name, unit);
	const { items } = questionnaire;
	const categories = categoriesOf(rows, names, breakdown, unit);
	const cells = (of: readonly Item[]): Figure[] =>
		categories.map(({ id, response }) =>
			figureOver(rows, [unit], {
				items: of.map((item) => item.id),
				series: 'asked',
				category: id,
				response
			})
		);
	const pooled = items.some((item) => item.key) ? [] : [{ item: null, cells: cells(items) }];
	return {
		round: face(round, all, today),
		name: breakdown.name,
		unit,
		state: found.state,
		publishesOn: found.publishesOn,
		units: spans,
		categories,
		items: [...pooled, ...items.map((item) => ({ item: faceOf(item), cells: cells([item]) }))],
		merged: merged(names, breakdown)
	};
}

const categoriesOf = (rows: Tally, plan: Plan, breakdown: Breakdown, unit: string): Category[] =>
	breakdown.categories.map((id) => {
		const outcomes = blockOf(rows, unit, { series: 'asked', category: id });
		return {
			id,
			text: nameOf(plan, breakdown.name, id),
			response: outcomes ? responseOf(outcomes['answered'] ?? 0, outcomes['offered'] ?? null) : null
		};
	});

function nameOf(plan: Plan, breakdown: BreakdownName, id: string): Text | null {
	if (id === UNKNOWN || breakdown === 'language') return null;
	if (breakdown === 'team') return plan.teams.find((team) => team.id === id)?.name ?? { da: id };
	const choices = breakdown === 'situation' ? plan.situations : plan.meetingForms;
	return choices.find((choice) => choice.id === id)?.text ?? { da: id };
}

/** As it was when the round opened: the plan may merge otherwise by now. */
const merged = (plan: Plan, breakdown: Breakdown): BreakdownFigures['merged'] =>
	Object.entries(breakdown.merged ?? {}).map(([team, into]) => ({
		team: nameOf(plan, breakdown.name, team) ?? { da: team },
		into: nameOf(plan, breakdown.name, into) ?? { da: into }
	}));
