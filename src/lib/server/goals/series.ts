import { seriesOf, seriesUntil, type Series, type Until } from '../../goals/series.ts';
import { prepared, remembered, type Db } from '../core/database.ts';
import { rows } from './figures.ts';
import * as marks from './marks.ts';

/** A measure by its goal: ids of measures are a goal's own. */
export const keyOf = ({ goal, measure }: { goal: string; measure: string }): string =>
	`${goal}/${measure}`;
export const goalOf = (key: string): string => key.split('/', 1)[0] ?? '';

/** Every series there is, by `keyOf`. Rows only come, so what they were reckoned to holds until the next comes. */
export const all = (db: Db): Map<string, Series> =>
	remembered(db, 'registered-series', stamp(db), () => {
		const byMeasure = Map.groupBy(rows(db), keyOf);
		const marked = Map.groupBy(marks.list(db), keyOf);
		return new Map(
			[...new Set([...byMeasure.keys(), ...marked.keys()])].map((key) => [
				key,
				seriesOf(byMeasure.get(key) ?? [], marked.get(key) ?? [])
			])
		);
	});

/** As `all`, of what was known on a day or is known of it. */
export function allUntil(db: Db, until: Until): Map<string, Series> {
	const marked = Map.groupBy(marks.list(db), keyOf);
	return new Map(
		[...Map.groupBy(rows(db), keyOf)].map(([key, own]) => [
			key,
			seriesUntil(own, marked.get(key) ?? [], until)
		])
	);
}

export const find = (db: Db, goal: string, measure: string): Series | undefined =>
	all(db).get(keyOf({ goal, measure }));

/** Another one when a figure or a mark has come. */
export const stamp = (db: Db): string =>
	prepared<[], string>(
		db,
		`select (select coalesce(max(id), 0) from registered_figure) || '/' ||
		 (select count(*) || '/' || count(withdrawn_on) from series_mark)`
	)
		.pluck()
		.get() ?? '';
