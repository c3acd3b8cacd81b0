import Papa from 'papaparse';

/** How a file was written; said to the person, who may know better. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';
export type Separator = ';' | ',' | '\t';
/** `line` as a text editor counts: the first is 1. */
export type Row = { line: number; cells: string[] };
/** What a file's rows are. A heading is for the reader to know: `header` makes the first row one. */
export type Rows = { encoding: Encoding; separator: Separator; rows: Row[] };
export type Sheet = Omit<Rows, 'rows'> & { header: string[]; rows: Row[] };
type RowsRefusal = 'empty' | 'spreadsheet' | 'binary' | 'too-large' | 'open-quote';
export type SheetRefusal = RowsRefusal | 'only-header' | 'one-column';
type Refused<Reason> = { ok: false; reason: Reason; line?: number };
/** Called now and then with the share that is done, from 0 to 1. */
export type Progress = (done: number) => void;

const FILE_BYTES_MAX = 20_000_000;
/** Rows between two words about how far it has come. */
export const ROWS_PER_STEP = 500;
const SEPARATORS = [';', '\t', ','] as const;
/** So many lines tell which separator it is. */
const LINES_LOOKED_AT = 20;
const TITLE_ROWS_MAX = 5;
/** Ctrl-Z, with which old systems end a file. */
const END_MARK = '\u001a';

/**
 * The only reader of CSV: a file or a pasted text as spreadsheets and case systems save it. Any of three separators or the one
 * that `sep=` names, quotes, UTF-8, UTF-16 and old Danish letters, line ends of all three kinds, an end mark. Empty lines and a
 * title above the columns are passed over, empty cells at the end may be missing or too many.
 */
export function readRows(
	given: Uint8Array | string,
	onprogress: Progress = () => undefined
): { ok: true; rows: Rows } | Refused<RowsRefusal> {
	const decoded = typeof given === 'string' ? { text: given, encoding: 'utf-8' } : decode(given);
	if ('reason' in decoded) return { ok: false, reason: decoded.reason };
	const { text, encoding } = decoded as Decoded;
	// A file may mix line ends; the parser is told of one.
	const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const content = whole.trimEnd().endsWith(END_MARK)
		? whole.slice(0, whole.lastIndexOf(END_MARK))
		: whole;
	if (content.trim() === '') return { ok: false, reason: 'empty' };
	if (content.includes('\0')) return { ok: false, reason: 'binary' };
	const [told = '', named] = /^"?sep=([;,\t])"?[ \t]*\n/i.exec(content) ?? [];
	const body = content.slice(told.length);
	const separator = (named as Separator | undefined) ?? separatorOf(body);
	const parsed = parse(body, separator, told === '' ? 1 : 2, onprogress);
	if (!parsed.ok) return parsed;
	const rows = evened(withoutTitle(parsed.rows));
	return rows.length === 0
		? { ok: false, reason: 'empty' }
		: { ok: true, rows: { encoding, separator, rows } };
}

/** As `readRows`, where the first row names the columns. */
export function readSheet(
	given: Uint8Array | string,
	onprogress?: Progress
): { ok: true; sheet: Sheet } | Refused<SheetRefusal> {
	const reading = readRows(given, onprogress);
	if (!reading.ok) return reading;
	const { rows: all, ...how } = reading.rows;
	const [header, ...rows] = all;
	if (!header || rows.length === 0) return { ok: false, reason: 'only-header' };
	if (header.cells.length < 2) return { ok: false, reason: 'one-column' };
	return { ok: true, sheet: { ...how, header: header.cells, rows } };
}

type Decoded = { text: string; encoding: Encoding };

/** A byte order mark says it; else UTF-8 when it is that without a fault, and the old Danish encoding when it is not. */
function decode(bytes: Uint8Array): Decoded | { reason: 'too-large' | 'spreadsheet' } {
	if (bytes.length > FILE_BYTES_MAX) return { reason: 'too-large' };
	const [first, second] = bytes;
	if (first === 0x50 && second === 0x4b) return { reason: 'spreadsheet' };
	if (first === 0xd0 && second === 0xcf) return { reason: 'spreadsheet' };
	if (first === 0xff && second === 0xfe) {
		return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
	}
	if (first === 0xfe && second === 0xff) {
		return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
	}
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
	} catch (problem) {
		if (!(problem instanceof TypeError)) throw problem;
		return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
	}
}

/** The one that parts most of the first lines into equally many cells; a semicolon before a comma, which Danes write numbers with. */
function separatorOf(text: string): Separator {
	const lines = text
		.slice(0, 20_000)
		.replace(/"(?:[^"]|"")*"/g, '')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.slice(0, LINES_LOOKED_AT);
	const alike = (separator: Separator): number => {
		const counts = lines.map((line) => line.split(separator).length).filter((n) => n > 1);
		const most = Math.max(0, ...counts.map((n) => counts.filter((other) => other === n).length));
		return most / lines.length;
	};
	return SEPARATORS.reduce((best, each) => (alike(each) > alike(best) ? each : best));
}

function parse(
	text: string,
	separator: Separator,
	firstLine: number,
	onprogress: Progress
): { ok: true; rows: Row[] } | Refused<'open-quote'> {
	const rows: Row[] = [];
	let [line, at] = [firstLine, 0];
	let open: number | undefined;
	Papa.parse<string[]>(text, {
		delimiter: separator,
		newline: '\n',
		step: ({ data, errors, meta }, parser) => {
			if (errors.some(({ type }) => type === 'Quotes')) {
				open = line;
				return parser.abort();
			}
			const cells = data.map((cell) => cell.trim());
			if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
			line += text.slice(at, meta.cursor).split('\n').length - 1;
			at = meta.cursor;
			if (rows.length % ROWS_PER_STEP === 0) onprogress(Math.min(1, at / text.length));
		}
	});
	return open === undefined ? { ok: true, rows } : { ok: false, reason: 'open-quote', line: open };
}

/** A title stands alone in its row, above rows of more cells. */
function withoutTitle(rows: Row[]): Row[] {
	const filled = ({ cells }: Row): number => cells.filter((cell) => cell !== '').length;
	const first = rows.findIndex((row) => filled(row) > 1);
	return first > 0 && first <= TITLE_ROWS_MAX ? rows.slice(first) : rows;
}

/** All of one width: empty cells at the end are the spreadsheet's, not the person's. A longer row stays longer, and is wrong. */
function evened(rows: Row[]): Row[] {
	const widths = rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1);
	const width = Math.max(widths[0] ?? 0, commonest(widths.slice(1)));
	return rows.map(({ line, cells }, index) => ({
		line,
		cells: Array.from({ length: Math.max(width, widths[index] ?? 0) }, (_, at) => cells[at] ?? '')
	}));
}

function commonest(numbers: number[]): number {
	const times = new Map<number, number>();
	for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
	return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0] ?? 0;
}
