import type { Row } from '../../spreadsheet/sheet.ts';

/** What a column of figures holds, by the headings that people write. */
const HEADINGS = {
	goal: ['mål', 'maal', 'nøgle', 'goal'],
	measure: ['måles ved', 'measure'],
	period: ['periode', 'måned', 'kvartal', 'halvår', 'år', 'period'],
	value: ['værdi', 'tal', 'kommunen', 'value'],
	national: ['hele landet', 'landet', 'landsgennemsnit', 'national'],
	expected: ['ventet', 'forventet', 'expected'],
	provisional: ['foreløbig', 'foreløbigt', 'provisional'],
	note: ['bemærkning', 'bemærkninger', 'note'],
	reason: ['rettelse', 'hvorfor rettet', 'reason'],
	source: ['kilde', 'source']
} as const satisfies { [column: string]: readonly string[] };
export type Column = keyof typeof HEADINGS;
export type Columns = Partial<Record<Column, number>>;

/** The columns that hold numbers. */
export const NUMBERS = ['value', 'national', 'expected'] as const satisfies Column[];

/** The template's, in its order. The source stands last: a line that was cut off has none, and is told of. */
export const TEMPLATE = [
	'mål',
	'navn',
	'periode',
	'værdi',
	'hele landet',
	'foreløbig',
	'bemærkning',
	'rettelse',
	'kilde'
] as const;

export type Heading = {
	columns: Columns;
	/** Whether the heading says what a cell is; before the first heading a spreadsheet may count its lines. */
	isNamed: (at: number) => boolean;
	/** Two columns are called the same thing. */
	isTwice: boolean;
};

/** Lines without headings about one measure: these columns, as far as they go. */
export const BARE: Heading = {
	columns: { period: 0, value: 1, national: 2 },
	isNamed: (at) => at < 3,
	isTwice: false
};

/** Where each column stands, or undefined for a line that is no heading. */
export function columnsOf(cells: readonly string[]): Heading | undefined {
	const columns: Columns = {};
	let isTwice = false;
	for (const [at, cell] of cells.entries()) {
		const name = folded(cell);
		for (const column of Object.keys(HEADINGS) as Column[]) {
			const names: readonly string[] = HEADINGS[column];
			if (!names.includes(name)) continue;
			isTwice ||= columns[column] !== undefined;
			columns[column] ??= at;
		}
	}
	if (columns.period === undefined || columns.value === undefined) return undefined;
	const first = cells.findIndex((cell) => cell !== '');
	return { columns, isTwice, isNamed: (at) => at < first || (cells[at] ?? '') !== '' };
}

/** What stands in a column; '' where the file has none. An apostrophe says to a spreadsheet that a text is one. */
export const at = ({ cells }: Row, columns: Columns, column: Column): string => {
	const index = columns[column];
	return index === undefined ? '' : (cells[index] ?? '').replace(/^'(?=[-=+@])/, '');
};

export const folded = (text: string): string =>
	text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
