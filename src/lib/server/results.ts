import { quarterOf, type Day } from '../calendar.ts';
import { months, type BreakdownName, type Round } from '../survey/round.ts';
import { hasFigures } from '../results/period.ts';
import { tally, type Count, type Released, type Tally } from '../results/tally.ts';
import { prepared, type Db } from './database.ts';
import * as rounds from './rounds.ts';
import type { KeptRound } from './rounds.ts';

export type Fieldwork = { answered: number; day: Day; byTeam: Rounded[]; byChannel: Rounded[] };
/** Rounded down to a multiple of five. */
export type Rounded = { category: string; answered: number };
export type ReleasedBlock = Released & { breakdown: string };

/** The newest round that has released figures, else the newest at all. Rounds are listed oldest first. */
export function newest(db: Db): KeptRound | undefined {
	const all = rounds.list(db);
	return all.findLast(({ round }) => hasFigures(rounds.units(db, round.id))) ?? all.at(-1);
}

export const find = (db: Db, id: string): KeptRound | undefined =>
	rounds.list(db).find(({ round }) => round.id === id);

/** Released rows of those who were asked, in the whole municipality: its months, and the quarters' denominators. */
export function wholeMunicipality(db: Db, round: Round): Tally {
	const all = months(round);
	const names = [...all, ...new Set(all.map(quarterOf))];
	// By unit, the primary key is sought; by round alone, every breakdown would be read past.
	return tally(
		blocks(
			db,
			`round = ? and unit in (select value from json_each(?)) and series = 'asked'
			and breakdown = ''`,
			round.id,
			JSON.stringify(names)
		)
	);
}

/** Posters and open links by item ('' is the outcomes), all released months together. */
export function openSeries(db: Db, round: Round): Map<string, Count> {
	const rows = prepared<[string, string], { item: string; count: string }>(
		db,
		`select item, json_group_object(answer, n) as count from (
				select item, answer, sum(n) as n from released
				where round = ? and unit in (select value from json_each(?)) and series = 'open'
					and breakdown = ''
				group by item, answer
			) group by item`
	).all(round.id, JSON.stringify(months(round)));
	return new Map(rows.map(({ item, count }) => [item, JSON.parse(count)]));
}

/** Released rows of one breakdown in one unit. */
export const breakdownRows = (
	db: Db,
	round: string,
	breakdown: BreakdownName,
	unit: string
): Tally =>
	tally(
		blocks(
			db,
			`round = ? and unit = ? and series = 'asked' and breakdown = ?`,
			round,
			unit,
			breakdown
		)
	);

/** Everything released of a round, as it stands. */
export const everything = (db: Db, round: string): ReleasedBlock[] =>
	blocks(db, 'round = ?', round);

/** Those of the units in which anything of a breakdown is shown. */
export function shownUnits(
	db: Db,
	round: string,
	breakdown: BreakdownName,
	units: readonly { unit: string }[]
): Set<string> {
	const rows = prepared<[string, string, string], { unit: string }>(
		db,
		`select value as unit from json_each(?) where exists (
				select 1 from released
				where round = ? and released.unit = value and series = 'asked' and breakdown = ?
			)`
	).all(JSON.stringify(units.map(({ unit }) => unit)), round, breakdown);
	return new Set(rows.map(({ unit }) => unit));
}

/** Yesterday's rounded count of what is not released yet, or null where nothing has been counted. */
export function fieldwork(db: Db, round: string): Fieldwork | null {
	const rows = prepared<[string], { dimension: string; category: string; n: number; day: Day }>(
		db,
		`select dimension, category, n, day from fieldwork where round = ? and answer = 'answered'`
	).all(round);
	const whole = rows.find((row) => row.dimension === '');
	if (!whole) return null;
	const of = (dimension: string) =>
		rows
			.filter((row) => row.dimension === dimension)
			.map(({ category, n }) => ({ category, answered: n }));
	return { answered: whole.n, day: whole.day, byTeam: of('team'), byChannel: of('channel') };
}

/** Names the state of everything released: the same name, the same figures. */
export function edition(db: Db): string {
	const row = db
		.prepare<[], { n: number; day: string | null }>(
			`select count(*) as n, max(released_on) as day from unit where released_on is not null`
		)
		.get();
	return `${row?.n ?? 0}-${row?.day ?? 'none'}`;
}

/** Lists made by SQLite: a row for each answer would take three times as long. */
function blocks(db: Db, where: string, ...values: string[]): ReleasedBlock[] {
	type Row = Pick<ReleasedBlock, 'unit' | 'series' | 'breakdown' | 'category'> & {
		items: string;
		answers: string;
		numbers: string;
	};
	const found: ReleasedBlock[] = [];
	const rows = prepared<string[], Row>(
		db,
		`select unit, series, breakdown, category, json_group_array(item) as items,
			json_group_array(answer) as answers, json_group_array(n) as numbers
		from released where ${where} group by unit, series, breakdown, category`
	).all(...values);
	for (const { unit, series, breakdown, category, ...lists } of rows) {
		const items: string[] = JSON.parse(lists.items);
		const answers: string[] = JSON.parse(lists.answers);
		const numbers: number[] = JSON.parse(lists.numbers);
		const counts = new Map<string, Count>();
		items.forEach((item, at) => {
			const count = counts.get(item) ?? {};
			count[answers[at] ?? ''] = numbers[at] ?? 0;
			counts.set(item, count);
		});
		for (const [item, count] of counts) {
			found.push({ unit, series, breakdown, category, item, count });
		}
	}
	return found;
}
