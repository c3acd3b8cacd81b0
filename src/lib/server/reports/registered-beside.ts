import { isRegistered } from '../../goals/measure.ts';
import type { Plan } from '../../plan/plan.ts';
import { canonical } from '../../survey/questionnaire.ts';
import type { Db } from '../core/database.ts';
import { all as allSeries, keyOf } from '../goals/series.ts';
import { shown } from '../goals/shown.ts';

type Place = { db: Db; plan: Plan };
type RegisteredRow = {
	name: string;
	value: number | null;
	expected: number | null;
	national: number | null;
};
type RegisteredBeside = {
	goal: string;
	table: string;
	period: string;
	rows: RegisteredRow[];
};

/**
 * One's own registered figures beside the same table's of others, for the newest period of one's own; and beside what the source
 * expects, where it does. Of others only the goals that everybody may see.
 */
export function registeredBeside(own: Place, others: readonly Place[]): RegisteredBeside[] {
	const everybody = [own, ...others].sort((a, b) => a.plan.name.localeCompare(b.plan.name, 'da'));
	return measuresOf(own, false).flatMap(({ goal, table, key, points }): RegisteredBeside[] => {
		const newest = points.at(-1);
		if (!newest) return [];
		const rows = everybody.flatMap((place): RegisteredRow[] => {
			const found =
				place === own ? { points } : measuresOf(place, true).find((each) => each.key === key);
			const point = found?.points.find(({ period }) => period === newest.period);
			if (!point) return [];
			const { value, expected, national } = point;
			return [{ name: place.plan.name, value, expected, national }];
		});
		const isTold = rows.length > 1 || newest.expected !== null;
		return isTold ? [{ goal, table, period: newest.period, rows }] : [];
	});
}

function measuresOf({ db, plan }: Place, isPublic: boolean) {
	const series = allSeries(db);
	const seen = isPublic ? shown(db, plan) : undefined;
	return plan.goals
		.filter(({ id, sameAs }) => sameAs === undefined && (seen?.has(id) ?? true))
		.flatMap((goal) =>
			goal.measures.filter(isRegistered).flatMap((measure) => {
				const found = series.get(keyOf({ goal: goal.id, measure: measure.id }));
				if (!measure.table || !found) return [];
				return [
					{
						goal: goal.name.da,
						table: measure.table.id,
						key: canonical(measure.table),
						points: found.points
					}
				];
			})
		);
}
