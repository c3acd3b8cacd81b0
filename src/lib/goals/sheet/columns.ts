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

/** Lines without headings about one measure: these columns, as far as they go. */
export const BARE: Columns = { period: 0, value: 1, national: 2 };

/** Where each column stands, or undefined for a line that is no heading. */
export function columnsOf(cells: readonly string[]): Columns | undefined {
	const columns: Columns = {};
	for (const [at, cell] of cells.entries()) {
		const name = folded(cell);
		for (const column of Object.keys(HEADINGS) as Column[]) {
			const names: readonly string[] = HEADINGS[column];
			if (names.includes(name)) columns[column] ??= at;
		}
	}
	return columns.period !== undefined && columns.value !== undefined ? columns : undefined;
}

export const folded = (text: string): string =>
	text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
