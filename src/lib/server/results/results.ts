import { quarterOf, type Day } from '../../calendar.ts';
import { months, type BreakdownName, type Round } from '../../survey/round.ts';
import { tally, type Released, type Tally } from '../../results/tally.ts';
import { prepared, type Db } from '../core/database.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound } from '../rounds/rounds.ts';

export type Fieldwork = { answered: number; day: Day; byTeam: Rounded[]; byChannel: Rounded[] };
/** Rounded down to a multiple of five. */
type Rounded = { category: string; answered: number };
export type ReleasedCell = Released & { breakdown: string };

/** The newest round that has released figures, else the newest at all. Rounds are listed oldest first. */
export function newest(db: Db): KeptRound | undefined {
	const all = rounds.list(db);
	return all.findLast(({ round }) => rounds.hasFigures(db, round.id)) ?? all.at(-1);
}

export const find = (db: Db, id: string): KeptRound | undefined =>
	rounds.list(db).find(({ round }) => round.id === id);

/** Released rows of those who were asked, in the whole municipality: its months, and the quarters' denominators. */
export function wholeMunicipality(db: Db, round: Round): Tally {
	const all = months(round);
	const units = [...all, ...new Set(all.map(quarterOf))];
	return tally(cells(db, { round: round.id, series: 'asked', breakdown: '', category: '' }, units));
}

/** Released rows of posters and open links, in the whole municipality. */
export const openSeries = (db: Db, round: Round): Tally =>
	tally(cells(db, { round: round.id, series: 'open', breakdown: '' }, months(round)));

/** Released rows of one breakdown in one unit. */
export const breakdownRows = (
	db: Db,
	round: string,
	breakdown: BreakdownName,
	unit: string
): Tally => tally(cells(db, { round, series: 'asked', breakdown }, [unit]));

/** Everything released of a round, as it stands. */
export const everything = (db: Db, round: string): ReleasedCell[] => cells(db, { round });

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
				select 1 from released_cell
				where round = ? and released_cell.unit = value and series = 'asked' and breakdown = ?
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

type Known = { round: string } & Partial<Pick<ReleasedCell, 'series' | 'breakdown' | 'category'>>;

/** The cells of a round where so much is known, of these units: by round alone every breakdown would be read past. */
function cells(db: Db, known: Known, units?: readonly string[]): ReleasedCell[] {
	const where = [
		...Object.keys(known).map((column) => `${column} = ?`),
		...(units ? ['unit in (select value from json_each(?))'] : [])
	];
	return prepared<string[], Omit<ReleasedCell, 'counts'> & { counts: string }>(
		db,
		`select unit, series, breakdown, category, counts from released_cell
		 where ${where.join(' and ')} order by unit, series, breakdown, category`
	)
		.all(...Object.values(known), ...(units ? [JSON.stringify(units)] : []))
		.map((cell) => Object.assign(cell, { counts: JSON.parse(cell.counts) }));
}
