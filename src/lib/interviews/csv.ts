/** How a file was written; said to the person, who may know better. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';
export type Separator = ';' | ',' | '\t';
export type Row = { line: number; cells: string[] };
export type Sheet = {
	encoding: Encoding;
	separator: Separator;
	header: string[];
	rows: Row[];
};
export type SheetRefusal =
	'empty' | 'spreadsheet' | 'binary' | 'too-large' | 'only-header' | 'one-column' | 'open-quote';
export type SheetReading =
	{ ok: true; sheet: Sheet } | { ok: false; reason: SheetRefusal; line?: number };
/** Called now and then with the share that is done, from 0 to 1. */
export type Progress = (done: number) => void;

export const FILE_BYTES_MAX = 20_000_000;
/** Rows between two words about how far it has come. */
export const ROWS_PER_STEP = 500;

/** Reads a CSV file as spreadsheets and case systems save it: any of three separators, quotes, and old Danish letters. */
export function readSheet(bytes: Uint8Array, onprogress: Progress = () => undefined): SheetReading {
	if (bytes.length > FILE_BYTES_MAX) return { ok: false, reason: 'too-large' };
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { ok: false, reason: 'spreadsheet' };
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, reason: 'spreadsheet' };
	const { text, encoding } = decode(bytes);
	if (text.trim() === '') return { ok: false, reason: 'empty' };
	if (text.includes('\0')) return { ok: false, reason: 'binary' };
	const separator = separatorOf(text);
	const split = rowsOf(text, separator, onprogress);
	if (!split.ok) return split;
	const [header, ...rows] = split.rows;
	if (!header || rows.length === 0) return { ok: false, reason: 'only-header' };
	if (header.cells.length < 2) return { ok: false, reason: 'one-column' };
	return { ok: true, sheet: { encoding, separator, header: header.cells, rows } };
}

/** A byte order mark says it; else UTF-8 when it is that without a fault, and the old Danish encoding when it is not. */
function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
	const [first, second] = bytes;
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

/** The one that the first line has most of, outside quotes. */
function separatorOf(text: string): Separator {
	const line = (/^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
	const counted = ([';', '\t', ','] as const).map(
		(each) => [each, line.split(each).length] as const
	);
	return counted.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

type Rows = { ok: true; rows: Row[] } | { ok: false; reason: 'open-quote'; line: number };

/** Cells in quotes may hold separators, line breaks and doubled quotes. Empty lines are passed over. */
function rowsOf(text: string, separator: Separator, onprogress: Progress): Rows {
	const rows: Row[] = [];
	const ends = new RegExp(`[${separator}\r\n]|$`, 'g');
	let [at, line, begun] = [0, 1, 1];
	let cells: string[] = [];
	const finish = () => {
		if (cells.some((each) => each !== '')) rows.push({ line: begun, cells });
		cells = [];
	};
	while (at < text.length) {
		let content = '';
		if (text[at] === '"') {
			const closing = closingQuote(text, at);
			if (closing === undefined) return { ok: false, reason: 'open-quote', line };
			content = text.slice(at + 1, closing).replaceAll('""', '"');
			line += breaksIn(content);
			at = closing + 1;
		}
		ends.lastIndex = at;
		const end = ends.exec(text)?.index ?? text.length;
		cells.push((content + text.slice(at, end)).trim());
		at = end + 1;
		if (text[end] === separator) {
			if (at === text.length) cells.push('');
			continue;
		}
		if (text[end] === '\r' && text[at] === '\n') at += 1;
		finish();
		if (rows.length % ROWS_PER_STEP === 0) onprogress(Math.min(1, at / text.length));
		line += 1;
		begun = line;
	}
	finish();
	return { ok: true, rows };
}

function closingQuote(text: string, opening: number): number | undefined {
	for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
		if (text[at + 1] !== '"') return at;
		at += 1;
	}
	return undefined;
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
