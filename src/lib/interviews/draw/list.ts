import type { Day } from '../../calendar.ts';
import { dayFrom } from '../../spreadsheet/cells.ts';
import { ROWS_PER_STEP, type Progress, type Row, type Sheet } from '../../spreadsheet/sheet.ts';
import type { Span } from './eligibility.ts';
import { personIn, type PersonLike } from './keys.ts';

/** Which column holds what, from 0. `team` and `end` are not in every list. */
export type Columns = { key: number; start: number; end?: number; team?: number };
export type Column = keyof Columns;
/** One case of the list. The team is '' where the list has none. */
export type Case = Span & { key: string; team: string };
type LineReason =
	| PersonLike
	| 'columns'
	| 'no-key'
	| 'bad-key'
	| 'twice'
	| 'no-date'
	| 'no-team'
	| 'future'
	| 'end-before-start';
/** `said` is what stands there, or the line that has it already; never a CPR number. */
export type LineProblem = { line: number; reason: LineReason; said: string };
/** All problems are counted, and the first ones told. */
export type ListReading = { cases: Case[]; problems: LineProblem[]; wrong: number };

export const PROBLEMS_TOLD = 50;
const KEY = /^[\p{L}\p{N} ._/-]{1,64}$/u;

/** Columns as their headings call them; those that nothing points to are left for the person to choose. */
export function guess(header: string[]): Partial<Columns> {
	const taken = new Set<number>();
	const find = (pattern: RegExp): number | undefined => {
		const at = header.findIndex((name, index) => !taken.has(index) && pattern.test(name));
		if (at < 0) return undefined;
		taken.add(at);
		return at;
	};
	const key = find(/nøgle|sagsnr|sagsnummer|løbenr|^id$|^sag$|key/i);
	const end = find(/slut|ophør|afslut|^til\b|end/i);
	const start = find(/start|begynd|^fra\b|dato|samtale/i);
	const team = find(/team|afdeling|gruppe/i);
	return {
		...(key !== undefined && { key }),
		...(start !== undefined && { start }),
		...(end !== undefined && { end }),
		...(team !== undefined && { team })
	};
}

/** Headings of columns that should not be in the file at all, whatever is chosen. */
export const personal = (header: string[]): string[] =>
	header.filter((name) => /cpr|navn|adresse|telefon|mobil|mail/i.test(name));

/** Reads every line. @param today no case begins later */
export function readCases(
	{ header, rows }: Sheet,
	columns: Columns,
	today: Day,
	onprogress: Progress = () => undefined
): ListReading {
	const cases: Case[] = [];
	const problems: LineProblem[] = [];
	const seen = new Map<string, number>();
	let wrong = 0;
	for (const [index, row] of rows.entries()) {
		if (index % ROWS_PER_STEP === 0) onprogress(index / rows.length);
		const read = caseOf(row, header.length, columns, today, seen);
		if ('key' in read) {
			seen.set(read.key, row.line);
			cases.push(read);
			continue;
		}
		wrong += 1;
		if (problems.length < PROBLEMS_TOLD) problems.push({ line: row.line, ...read });
	}
	return { cases, problems, wrong };
}

type Wrong = Omit<LineProblem, 'line'>;

function caseOf(
	{ cells }: Row,
	width: number,
	columns: Columns,
	today: Day,
	seen: Map<string, number>
): Case | Wrong {
	if (cells.length !== width) return { reason: 'columns', said: String(cells.length) };
	if (cells.some((cell) => personIn(cell) === 'cpr')) return { reason: 'cpr', said: '' };
	const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? ''));
	const key = cell(columns.key);
	const person = personIn(key);
	if (key === '') return { reason: 'no-key', said: '' };
	if (person) return { reason: person, said: key };
	if (!KEY.test(key)) return { reason: 'bad-key', said: key };
	const before = seen.get(key);
	if (before !== undefined) return { reason: 'twice', said: String(before) };
	const start = dayFrom(cell(columns.start));
	if (!start) return { reason: 'no-date', said: cell(columns.start) };
	if (start > today) return { reason: 'future', said: cell(columns.start) };
	const ended = cell(columns.end);
	const end = ended === '' ? undefined : dayFrom(ended);
	if (ended !== '' && !end) return { reason: 'no-date', said: ended };
	if (end && end < start) return { reason: 'end-before-start', said: ended };
	const team = cell(columns.team);
	if (columns.team !== undefined && team === '') return { reason: 'no-team', said: key };
	return { key, team, start, ...(end && { end }) };
}
