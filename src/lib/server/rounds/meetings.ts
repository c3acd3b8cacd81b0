import type { Day, Month } from '../../calendar.ts';
import { immediately, type Db } from '../core/database.ts';

/** How many meetings a team held in a month, whether or not anyone was asked: context for what was offered. */
export type Held = { team: string; month: Month; held: number };

export type LineProblem = {
	/** As a text editor counts: the first line is 1. */
	line: number;
	reason: 'columns' | 'team' | 'month' | 'future' | 'number' | 'twice';
	/** What stands there. */
	said: string;
};
type Reading = { ok: true; rows: Held[] } | { ok: false; problems: LineProblem[] };

export const HELD_MAX = 100_000;

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
 * Reads `team;måned;samtaler`, one line each, as a spreadsheet saves it: semicolons, commas or tabs, with or without a first
 * line of headings. A team is named by its id or its Danish name; a month is `2026-03`, `03-2026` or `3/2026`.
 */
export function readCsv(
	text: string,
	{ teams, today }: { teams: { id: string; name: { da: string } }[]; today: Day }
): Reading {
	const known = new Map(
		teams.flatMap(({ id, name }) => [
			[fold(id), id],
			[fold(name.da), id]
		])
	);
	const rows: Held[] = [];
	const problems: LineProblem[] = [];
	const seen = new Set<string>();
	for (const [index, raw] of text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\r|\n/)
		.entries()) {
		if (raw.trim() === '' || (index === 0 && isHeading(raw))) continue;
		const line = index + 1;
		const cells = cellsOf(raw);
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
	const [team = '', month = '', held = ''] = cells;
	if (cells.length !== 3) return { ok: false, reason: 'columns', said: cells.join(';') };
	const id = known.get(fold(team));
	if (!id) return { ok: false, reason: 'team', said: team };
	const read = monthFrom(month);
	if (!read) return { ok: false, reason: 'month', said: month };
	if (read > today.slice(0, 7)) return { ok: false, reason: 'future', said: month };
	const number = numberFrom(held);
	if (number === undefined) return { ok: false, reason: 'number', said: held };
	return { ok: true, team: id, month: read, held: number };
}

/** A whole number as Danes write it: `1.240` is one thousand two hundred and forty. */
export function numberFrom(typed: string): number | undefined {
	const text = typed.trim();
	if (!/^\d{1,6}$|^\d{1,3}(\.\d{3})+$/.test(text)) return undefined;
	const number = Number(text.replaceAll('.', ''));
	return number <= HELD_MAX ? number : undefined;
}

export function monthFrom(typed: string): Month | undefined {
	const text = typed.trim();
	const [, year, month] =
		/^(\d{4})-(\d{1,2})$/.exec(text) ?? swap(/^(\d{1,2})[-/.](\d{4})$/.exec(text)) ?? [];
	const number = Number(month);
	if (!year || number < 1 || number > 12) return undefined;
	return `${year}-${String(number).padStart(2, '0')}`;
}

const swap = (found: RegExpExecArray | null): (string | undefined)[] | undefined =>
	found ? [found[0], found[2], found[1]] : undefined;

const cellsOf = (line: string): string[] => {
	const separator = [';', '\t', ','].find((each) => line.includes(each)) ?? ';';
	return line.split(separator).map((cell) =>
		cell
			.trim()
			.replace(/^"(.*)"$/, '$1')
			.replaceAll('""', '"')
			.trim()
	);
};

const isHeading = (line: string): boolean => fold(cellsOf(line)[0] ?? '') === 'team';

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
