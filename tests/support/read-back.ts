import { strFromU8, unzipSync } from 'fflate';

/** Tables of text, read out of files as somebody else's program would. */
type Rows = string[][];

const partOf = (file: Uint8Array, name: string): string => {
	const bytes = unzipSync(file)[name];
	if (!bytes) throw new Error(`no ${name}`);
	return strFromU8(bytes);
};

const ENTITIES: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (markup: string): string =>
	markup.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
		decimal
			? String.fromCodePoint(Number(decimal))
			: hex
				? String.fromCodePoint(parseInt(String(hex), 16))
				: (ENTITIES[String(name)] ?? whole)
	);
const textOf = (markup: string): string =>
	decoded(markup.replace(/<!--.*?-->|<[^>]*>/gs, '')).trim();
const all = (markup: string, of: RegExp): string[] =>
	[...markup.matchAll(of)].map(([, inside = '']) => inside);

/** Every table of a page with its caption: the head is the first row. */
export const tablesOfPage = (page: string): { caption: string; rows: Rows }[] =>
	all(page, /<table\b[^>]*>(.*?)<\/table>/gs).map((table) => ({
		caption: textOf(/<caption\b[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? ''),
		rows: all(table, /<tr\b[^>]*>(.*?)<\/tr>/gs).map((row) =>
			all(row, /<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs).map(textOf)
		)
	}));

/** Every table of a Word file. */
export const tablesOfWord = (file: Uint8Array): Rows[] =>
	all(partOf(file, 'word/document.xml'), /<w:tbl>(.*?)<\/w:tbl>/gs).map((table) =>
		all(table, /<w:tr\b[^>]*>(.*?)<\/w:tr>/gs).map((row) =>
			all(row, /<w:tc>(.*?)<\/w:tc>/gs).map((cell) =>
				all(cell, /<w:t\b[^>]*>([^<]*)<\/w:t>/g)
					.map(decoded)
					.join('')
			)
		)
	);

/** How wide each column of each table of a Word file is, in twentieths of a point. */
export const widthsOfWord = (file: Uint8Array): number[][] =>
	all(partOf(file, 'word/document.xml'), /<w:tblGrid>(.*?)<\/w:tblGrid>/gs).map((grid) =>
		all(grid, /<w:gridCol w:w="(\d+)"/g).map(Number)
	);

/** Every sheet of a workbook by its name; a cell that is empty is ''. */
export function sheetsOfWorkbook(file: Uint8Array): Map<string, Rows> {
	const shared = all(partOf(file, 'xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(textOf);
	const names = all(partOf(file, 'xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(decoded);
	return new Map(
		names.map((name, at) => [
			name,
			all(partOf(file, `xl/worksheets/sheet${at + 1}.xml`), /<row\b[^>]*>(.*?)<\/row>/gs).map(
				(row) => cellsOf(row, shared)
			)
		])
	);
}

function cellsOf(row: string, shared: readonly string[]): string[] {
	const cells: string[] = [];
	const CELL = /<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
	for (const [, column = 'A', about = '', inside = ''] of row.matchAll(CELL)) {
		const at = column.charCodeAt(0) - 'A'.charCodeAt(0);
		while (cells.length < at) cells.push('');
		const value = textOf(inside);
		cells.push(about.includes('t="s"') ? (shared[Number(value)] ?? '') : value);
	}
	return cells;
}
