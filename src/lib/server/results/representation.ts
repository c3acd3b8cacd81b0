import type { Text } from '../../i18n/text.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Fraction } from '../../rounding.ts';
import { sum } from '../../results/statistics.ts';
import { blockOf } from '../../results/tally.ts';
import { UNKNOWN, type Round } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import * as results from './results.ts';
import type { Unit } from '../rounds/rounds.ts';

/** Who answered by situation, beside the plan's population of the same groups. Shares are among the groups compared. */
export type Representation = {
	/** The span that the answers are from. */
	unit: string;
	/** What the plan counts (persons, full-time persons) and when. */
	populationUnit: Text;
	on: Text;
	groups: {
		id: string;
		text: Text;
		answered: number;
		share: Fraction;
		populationShare: Fraction;
	}[];
};

/**
 * Of the newest span that shows situations. A hidden group is in neither of the two: it looks like an empty one,
 * and the comparison is only among those that are shown.
 */
export function representation(
	db: Db,
	plan: Plan,
	round: Round,
	units: readonly Unit[]
): Representation | null {
	const breakdown = round.breakdowns.find((each) => each.name === 'situation');
	if (!plan.population || !breakdown) return null;
	const { unit: populationUnit, on, groups } = plan.population;
	const mine = units.filter((each) => each.kind === breakdown.unit);
	const shown = results.shownUnits(db, round.id, 'situation', mine);
	const newest = mine.findLast(({ unit }) => shown.has(unit));
	if (!newest) return null;
	const rows = results.breakdownRows(db, round.id, 'situation', newest.unit);
	const compared = breakdown.categories
		.filter((id) => id !== UNKNOWN)
		.map((id) => ({
			id,
			text: plan.situations.find((situation) => situation.id === id)?.text,
			answered: blockOf(rows, newest.unit, { series: 'asked', category: id })?.['answered'] ?? 0,
			population: sum(groups.filter((group) => group.situation === id).map((group) => group.n ?? 0))
		}))
		.filter((each) => each.answered > 0 && each.population > 0);
	if (compared.length < 2) return null;
	const answered = sum(compared.map((each) => each.answered));
	const population = sum(compared.map((each) => each.population));
	return {
		unit: newest.unit,
		populationUnit,
		on,
		groups: compared.map((each) => ({
			id: each.id,
			text: each.text ?? { da: each.id },
			answered: each.answered,
			share: { k: each.answered, n: answered },
			populationShare: { k: each.population, n: population }
		}))
	};
}
