import { monthOf, type Day, type Month } from '../../calendar.ts';
import { monthFrom, wholeNumberFrom } from '../../spreadsheet/cells.ts';
import { readRows, type SheetRefusal } from '../../spreadsheet/sheet.ts';
import { immediately, type Db } from '../core/database.ts';

/** How many meetings a team held in a month, whether or not anyone was asked: context for what was offered. */
export type Held = { team: string; month: Month; held: number };

type LineProblem = {
	/** As a text editor counts: the first line is 1. */
	line: number;
	reason: 'columns' | 'team' | 'month' | 'future' | 'number' | 'twice';
	/** What stands there. */
	said: string;
};
type Reading =
	| { ok: true; rows: Held[] }
	| { ok: false; problems: LineProblem[] }
	/** Of the file itself, before any line is looked at. */
	| { ok: false; reason: FileReason; line?: number };
type FileReason = Exclude<SheetRefusal, 'only-header' | 'one-column'>;

const HELD_MAX = 100_000;

/** Writes all of them or none; a number given before is replaced. */
export function write(db: Db, rows: Held[], today: Day): void {
	immediately(db, () => {
		const put = db.prepare<[string, Month, number, Day]>(
			'insert or replace into meetings_held (team, month, held, entered_on) values (?, ?, ?, ?)'
		);
		for (const { team, month, held } of rows) put.run(team, month, held, today);
	});
}

export const list = (db: Db, from: Month, to: Month): Held[] =>
	db
		.prepare<[Month, Month], Held>(
			'select team, month, held from meetings_held where month between ? and ? order by month, team'
		)
		.all(from, to);

/**
 * Reads `team;måned;samtaler`, one line each, as a spreadsheet saves it, with or without a first line of headings. A team is
 * named by its id or its Danish name, a month as `monthFrom` reads it.
 */
export function readCsv(
	given: Uint8Array | string,
	{ teams, today }: { teams: { id: string; name: { da: string } }[]; today: Day }
): Reading {
	const reading = readRows(given);
	if (!reading.ok) return reading;
	const known = new Map(
		teams.flatMap(({ id, name }) => [
			[fold(id), id],
			[fold(name.da), id]
		])
	);
	const rows: Held[] = [];
	const problems: LineProblem[] = [];
	const seen = new Set<string>();
	for (const [index, { line, cells }] of reading.rows.rows.entries()) {
		if (index === 0 && isHeading(cells, known)) continue;
		const row = rowOf(cells, known, today);
		if (!row.ok) problems.push({ line, reason: row.reason, said: row.said });
		else if (seen.has(`${row.team}|${row.month}`)) {
			problems.push({ line, reason: 'twice', said: cells.slice(0, 2).join(' ') });
		} else {
			seen.add(`${row.team}|${row.month}`);
			rows.push({ team: row.team, month: row.month, held: row.held });
		}
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}

type Row =
	| ({ ok: true } & Held)
	| { ok: false; reason: Exclude<LineProblem['reason'], 'twice'>; said: string };

function rowOf(cells: string[], known: Map<string, string>, today: Day): Row {
	const [team = '', month = '', held = '', ...more] = cells;
	// Empty cells behind them are another line's: the spreadsheet has made all of one width.
	if ([team, month, held].includes('') || more.some((cell) => cell !== '')) {
		return { ok: false, reason: 'columns', said: cells.join(';').replace(/;+$/, '') };
	}
	const id = known.get(fold(team));
	if (!id) return { ok: false, reason: 'team', said: team };
	const read = monthFrom(month);
	if (!read) return { ok: false, reason: 'month', said: month };
	if (read > monthOf(today)) return { ok: false, reason: 'future', said: month };
	const number = heldFrom(held);
	if (number === undefined) return { ok: false, reason: 'number', said: held };
	return { ok: true, team: id, month: read, held: number };
}

/** How many meetings, as it is typed; undefined for what is no whole number or more than any team holds. */
export function heldFrom(typed: string): number | undefined {
	const number = wholeNumberFrom(typed);
	return number === undefined || number > HELD_MAX ? undefined : number;
}

/** Headings have no number in them and name no team; a line of ours has two numbers. */
const isHeading = (cells: string[], teams: Map<string, string>): boolean =>
	!cells.some((cell) => /\d/.test(cell) || teams.has(fold(cell)));

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
