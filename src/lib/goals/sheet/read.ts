import * as z from 'zod/mini';
import { readRows, type Row, type SheetRefusal } from '../../spreadsheet/sheet.ts';
import { GoalId, type Unit } from '../measure.ts';
import { readNumber, unitIn } from '../number.ts';
import { everyOf, Period, type Every } from '../period.ts';
import {
	at,
	BARE,
	columnsOf,
	folded,
	NUMBERS,
	type Column,
	type Columns,
	type Heading
} from './columns.ts';
import { doubtfulIn, tooManyIn } from './doubt.ts';
import { periodFrom } from './period.ts';

/** A measure that a line may be about. */
export type Known = {
	goal: string;
	measure: string;
	every: Every;
	/** What it is counted in: a number with another unit behind it is about something else. */
	unit?: Unit;
	/** What it may be called beside its key. */
	names: string[];
};
const words = z.string().check(z.maxLength(2000));
/** One line of a file, read. Goes from the preview to the saving through the page, so it has a shape. */
export const Line = z.strictObject({
	line: z.int(),
	goal: GoalId,
	measure: GoalId,
	period: Period,
	value: z.nullable(z.number()),
	delivered: words,
	/** Absent where the file says nothing of it; null where it says that the source has none. */
	national: z.optional(z.nullable(z.number())),
	expected: z.optional(z.nullable(z.number())),
	isProvisional: z.boolean(),
	source: words.check(z.minLength(1)),
	note: z.nullable(words),
	reason: z.nullable(words)
});
export type Line = z.infer<typeof Line>;

type LineProblem = {
	/** As a text editor counts: the first line is 1. */
	line: number;
	reason:
		| 'goal'
		| 'which'
		| 'period'
		| 'other-kind-of-period'
		| 'value'
		| 'no-value'
		| 'national'
		| 'expected'
		| 'unit'
		| 'point'
		| 'wider'
		| 'comma'
		| 'provisional'
		| 'source'
		| 'long'
		| 'twice';
	/** What stands there. */
	said: string;
	/** What the measure is counted by, where that is what is wrong. */
	every?: Every;
	unit?: Unit;
};
type FileReason =
	| Exclude<SheetRefusal, 'only-header' | 'one-column'>
	| 'no-heading'
	| 'same-heading'
	| 'no-goal'
	| 'too-many';
export type FiguresRead =
	/** `skipped`: lines without a value, as the template has them. */
	| { ok: true; lines: Line[]; skipped: number }
	| { ok: false; problems: LineProblem[] }
	| { ok: false; reason: FileReason; line?: number };

/** Thirty years of a plan’s months; read, foreseen and written in less than a second, so nobody waits for a file. */
export const LINES_MAX = 5_000;
/** As `goal/measure`; where a goal has one measure its own id is enough. */
export const keyOfLine = ({ goal, measure }: Pick<Known, 'goal' | 'measure'>): string =>
	`${goal}/${measure}`;

/**
 * Reads figures as a spreadsheet saves or pastes them. The first line names the columns; lines that are all about one measure
 * may leave it out.
 * @param only the measure that lines without a goal are about
 * @param source where the figures are from, when there is no such column
 */
export function readFigures(
	given: Uint8Array | string,
	{ known, only, source }: { known: readonly Known[]; only?: Known | undefined; source: string }
): FiguresRead {
	const reading = readRows(given);
	if (!reading.ok) return reading;
	const [first, ...others] = reading.rows.rows;
	const named = columnsOf(first?.cells ?? []);
	if (!named && !only) return { ok: false, reason: 'no-heading' };
	const heading = named ?? BARE;
	// Two columns of values: which of them is meant, only the person knows.
	if (heading.isTwice) return { ok: false, reason: 'same-heading', line: first?.line ?? 1 };
	if (heading.columns.goal === undefined && !only) return { ok: false, reason: 'no-goal' };
	const rows = named ? others : reading.rows.rows;
	if (rows.length > LINES_MAX) return { ok: false, reason: 'too-many' };
	const isBareComma = !named && reading.rows.separator === ',';
	return readLines(rows, { ...heading, isBareComma, measures: byName(known), only, source });
}

type Measures = Map<string, Known | 'several'>;
type Reading = Heading & {
	/** No headings, and a comma between the cells: it may be meant inside a number. */
	isBareComma: boolean;
	measures: Measures;
	only: Known | undefined;
	source: string;
};

function readLines(rows: Row[], how: Reading): FiguresRead {
	const lines: Line[] = [];
	const problems: LineProblem[] = [];
	const seen = new Set<string>();
	const doubtful = doubtfulIn(rows, how.columns);
	let skipped = 0;
	for (const row of rows) {
		if (isUnfilled(row, how)) {
			skipped++;
			continue;
		}
		const said = doubtful.get(row);
		if (said !== undefined) {
			problems.push({ line: row.line, reason: 'point', said });
			continue;
		}
		const read = lineOf(row, how);
		if ('problem' in read) {
			problems.push({ line: row.line, ...read.problem });
			continue;
		}
		const { line } = read;
		const once = `${keyOfLine(line)} ${line.period}`;
		if (seen.has(once)) {
			problems.push({ line: row.line, reason: 'twice', said: `${line.goal} ${line.period}` });
		}
		seen.add(once);
		lines.push(line);
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, lines, skipped };
}

/** The template's unfilled lines have their source: one that was cut off before its value has not. */
const isUnfilled = (row: Row, { columns, isNamed }: Reading): boolean =>
	NUMBERS.every((column) => at(row, columns, column) === '') &&
	(columns.source === undefined || at(row, columns, 'source') !== '') &&
	row.cells.every((cell, index) => cell === '' || isNamed(index));

type LineRead = { line: Line } | { problem: Omit<LineProblem, 'line'> };

function lineOf(row: Row, how: Reading): LineRead {
	const { columns, only } = how;
	const said = (column: Column): string => at(row, columns, column);
	const tooMany = tooManyIn(row, how);
	if (tooMany) return { problem: tooMany };
	const found = columns.goal === undefined ? only : measureOf(how.measures, row, columns);
	if (found === 'several') return { problem: { reason: 'which', said: said('goal') } };
	if (!found) return { problem: { reason: 'goal', said: said('goal') } };
	const period = periodFrom(said('period'));
	if (!period) return { problem: { reason: 'period', said: said('period'), every: found.every } };
	if (everyOf(period) !== found.every) {
		return {
			problem: { reason: 'other-kind-of-period', said: said('period'), every: found.every }
		};
	}
	const [value, national, expected] = NUMBERS.map((column) => readNumber(said(column)));
	if (!value?.ok) return { problem: { reason: 'value', said: said('value') } };
	if (!national?.ok) return { problem: { reason: 'national', said: said('national') } };
	if (!expected?.ok) return { problem: { reason: 'expected', said: said('expected') } };
	const { unit } = found;
	const other = unit && NUMBERS.map(said).find((each) => (unitIn(each) ?? unit) !== unit);
	if (unit && other) return { problem: { reason: 'unit', said: other, unit } };
	const isProvisional = yes(said('provisional'));
	if (isProvisional === undefined)
		return { problem: { reason: 'provisional', said: said('provisional') } };
	const source = columns.source === undefined ? how.source.trim() : said('source');
	if (source === '') return { problem: { reason: 'source', said: '' } };
	if (said('value') === '') return { problem: { reason: 'no-value', said: said('period') } };
	const line = {
		line: row.line,
		goal: found.goal,
		measure: found.measure,
		period,
		value: value.value,
		delivered: said('value'),
		...(said('national') !== '' && { national: national.value }),
		...(said('expected') !== '' && { expected: expected.value }),
		isProvisional,
		source,
		note: said('note') || null,
		reason: said('reason') || null
	};
	return Line.safeParse(line).success
		? { line }
		: { problem: { reason: 'long', said: said('note').slice(0, 60) } };
}

function measureOf(measures: Measures, row: Row, columns: Columns): Known | 'several' | undefined {
	const goal = folded(at(row, columns, 'goal'));
	const measure = folded(at(row, columns, 'measure'));
	return measures.get(measure === '' ? goal : `${goal}/${measure}`);
}

/** By key, by the goal's id or name where it has one measure, and by the names of both where it has several. */
function byName(known: readonly Known[]): Measures {
	const found: Measures = new Map();
	for (const each of known) {
		const names = [keyOfLine(each), each.goal, ...each.names].map(folded);
		for (const name of new Set(names)) found.set(name, found.has(name) ? 'several' : each);
	}
	return found;
}

const yes = (text: string): boolean | undefined => {
	const word = folded(text);
	if (['', 'nej', '0', 'no', 'false', 'falsk'].includes(word)) return false;
	return ['ja', 'x', '1', 'yes', 'true', 'sand'].includes(word) ? true : undefined;
};
