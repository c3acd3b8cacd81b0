import { monthsBetween, quarterOf, type Day } from '../calendar.ts';
import type { BreakdownName, Round } from '../survey/round.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import type { Unit } from '../results/period.ts';
import { tally, type Row, type Tally } from '../results/tally.ts';
import type { Db } from './database.ts';

/** A round as the public may know it: its dates and questionnaire, and what became of its units. */
export type Fieldwork = { answered: number; day: Day; byTeam: Rounded[]; byChannel: Rounded[] };
/** Rounded down to a multiple of five. */
export type Rounded = { category: string; answered: number };
export type ReleasedRow = Row & { breakdown: string };

/** Every round, the newest first. */
export function rounds(db: Db): Round[] {
	return db
		.prepare<[], { content: string }>('select content from round order by opens_on desc, id')
		.all()
		.map(({ content }): Round => JSON.parse(content));
}

/** The newest round that has released figures, else the newest at all. */
export function newest(db: Db): Round | undefined {
	const id = db
		.prepare<[], { id: string }>(
			`select id from round where exists
				(select 1 from unit where unit.round = round.id and kind = 'month' and state = 'released')
			order by opens_on desc, id limit 1`
		)
		.get()?.id;
	return id === undefined ? rounds(db)[0] : find(db, id);
}

export function find(db: Db, id: string): Round | undefined {
	const row = db
		.prepare<[string], { content: string }>('select content from round where id = ?')
		.get(id);
	return row && JSON.parse(row.content);
}

export function questionnaire(db: Db, round: Round): Questionnaire {
	const row = db
		.prepare<[string], { content: string }>('select content from questionnaire where hash = ?')
		.get(round.questionnaire);
	if (!row) throw new Error(`round ${round.id} has no questionnaire`);
	return JSON.parse(row.content);
}

/** A round's announced units, in order of publication. */
export const units = (db: Db, round: string): Unit[] =>
	db
		.prepare<[string], Unit>(
			`select unit, kind, publishes_on as publishesOn, state from unit where round = ?
			order by publishes_on, unit`
		)
		.all(round);

/** Released rows of the whole municipality: its months, and the quarters' denominators. */
export function wholeMunicipality(db: Db, round: Round): Tally {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const names = [...months, ...new Set(months.map(quarterOf))];
	// By unit and series, the primary key is sought; by round alone, every breakdown would be read past.
	return tally(
		db
			.prepare<[string, string], Row>(
				`select unit, series, category, item, answer, n from released
				where round = ? and unit in (select value from json_each(?))
					and series in ('asked', 'open') and breakdown = ''`
			)
			.all(round.id, JSON.stringify(names))
	);
}

/** Released rows of one breakdown in one unit. */
export const breakdownRows = (
	db: Db,
	round: string,
	breakdown: BreakdownName,
	unit: string
): Tally =>
	tally(
		db
			.prepare<[string, string, string], Row>(
				`select unit, series, category, item, answer, n from released
				where round = ? and unit = ? and series = 'asked' and breakdown = ?`
			)
			.all(round, unit, breakdown)
	);

/** Whether anything of a breakdown is shown in a unit. */
export const isShown = (
	db: Db,
	round: string,
	breakdown: BreakdownName,
	unit: string
): boolean =>
	db
		.prepare<[string, string, string], { shown: 1 }>(
			`select 1 as shown from released
			where round = ? and unit = ? and series = 'asked' and breakdown = ? limit 1`
		)
		.get(round, unit, breakdown) !== undefined;

/** Yesterday's rounded count of what is not released yet, or null where nothing has been counted. */
export function fieldwork(db: Db, round: string): Fieldwork | null {
	const rows = db
		.prepare<[string], { dimension: string; category: string; n: number; day: Day }>(
			`select dimension, category, n, day from fieldwork where round = ? and answer = 'answered'`
		)
		.all(round);
	const whole = rows.find((row) => row.dimension === '');
	if (!whole) return null;
	const of = (dimension: string) =>
		rows
			.filter((row) => row.dimension === dimension)
			.map(({ category, n }) => ({ category, answered: n }));
	return { answered: whole.n, day: whole.day, byTeam: of('team'), byChannel: of('channel') };
}

/** Every released row of a round, as it stands. */
export const releasedRows = (db: Db, round: string): ReleasedRow[] =>
	db
		.prepare<[string], ReleasedRow>(
			`select unit, series, breakdown, category, item, answer, n from released where round = ?`
		)
		.all(round);

/** Names the state of everything released: the same name, the same figures. */
export function edition(db: Db): string {
	const row = db
		.prepare<[], { n: number; day: string | null }>(
			`select count(*) as n, max(released_on) as day from unit where released_on is not null`
		)
		.get();
	return `${row?.n ?? 0}-${row?.day ?? 'none'}`;
}
