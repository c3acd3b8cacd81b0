import write, { type SheetData } from 'write-excel-file/node';
import { still } from './still.ts';

type Value = string | number | null;
/** One table, by itself on its sheet: its title in A1, a line of where it is from, its head, its rows. */
export type Sheet = {
	/** On its tab: at most 31 letters, none of them of `\ / ? * [ ] : '`. */
	name: string;
	title: string;
	/** Lines between title and table. */
	about: string[];
	columns: { name: string; isNumber: boolean; decimals?: number }[];
	rows: Value[][];
};

const WIDTH = { least: 10, most: 60, number: 14 };
/** A line's height in points. */
const LINE = 15.5;
const FONT = { fontFamily: 'Calibri', fontSize: 11 };

/**
 * A workbook of one table a sheet, as screen readers want it: a title in A1, no merged and no empty cells in the head, the head
 * repeated on paper and named for those who hear it. The same sheets are the same bytes.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
	const file = await write(
		sheets.map((sheet) => ({
			data: dataOf(sheet),
			sheet: sheet.name,
			columns: widthsOf(sheet),
			stickyRowsCount: headRow(sheet),
			orientation: 'landscape' as const
		})),
		FONT
	).toBuffer();
	return still(new Uint8Array(file), {
		'xl/workbook.xml': (xml) =>
			xml.replace(/<definedNames\s*\/>/, () => `<definedNames>${namesOf(sheets)}</definedNames>`),
		...Object.fromEntries(
			sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, onOnePage] as const)
		)
	});
}

/** On paper a table is as wide as the page, and as long as it needs. */
const onOnePage = (xml: string): string =>
	xml
		.replace(/<worksheet\b[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
		.replace('<pageSetup ', '<pageSetup fitToHeight="0" ');

/** The head's row, counted from one. */
const headRow = ({ about }: Sheet): number => about.length + 2;

function dataOf(sheet: Sheet): SheetData {
	const { title, about, columns, rows } = sheet;
	const widths = widthsOf(sheet);
	/** So that nothing is cut off: a program need not find the height of what is broken into lines. */
	const heightOf = (row: readonly Value[]): number =>
		LINE * Math.max(1, ...row.map((value, at) => linesIn(value, widths[at]?.width ?? 1)));
	return [
		[{ value: title, fontWeight: 'bold', fontSize: 16 }],
		...about.map((line) => [{ value: line }]),
		columns.map(({ name, isNumber }, at) => ({
			value: name,
			fontWeight: 'bold' as const,
			backgroundColor: '#E8EDF2',
			bottomBorderStyle: 'thin' as const,
			wrap: true,
			height: heightOf(columns.map((column) => column.name)),
			...(isNumber || at === 0 ? {} : { indent: 1 }),
			alignVertical: 'top' as const,
			align: isNumber ? ('right' as const) : ('left' as const)
		})),
		...rows.map((row) => {
			const height = heightOf(row);
			return row.map((value, at) => {
				const { isNumber, decimals = 0 } = columns[at] ?? { isNumber: false };
				if (value === null) return null;
				const look = {
					height,
					// Beside a number, which ends where the text begins.
					...(isNumber || at === 0 ? {} : { indent: 1 }),
					alignVertical: 'top' as const,
					align: isNumber ? ('right' as const) : ('left' as const)
				};
				return typeof value === 'number'
					? { ...look, value, format: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '#,##0' }
					: { ...look, value, wrap: true };
			});
		})
	];
}

/** Lines break between words: a few letters less go into each than the column is wide. */
const linesIn = (value: Value, width: number): number =>
	String(value ?? '')
		.split('\n')
		.reduce(
			(lines, line) =>
				lines + (line.length <= width - 2 ? 1 : Math.ceil(line.length / (width * 0.85))),
			0
		);

const widthsOf = ({ columns, rows }: Sheet): { width: number }[] =>
	columns.map(({ name, isNumber }, at) => {
		if (isNumber) return { width: WIDTH.number };
		const longest = Math.max(name.length, ...rows.map((row) => String(row[at] ?? '').length));
		return { width: Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 3)) };
	});

/** Where each table's head is: read aloud with every cell, and printed on every page. */
function namesOf(sheets: readonly Sheet[]): string {
	const heads = sheets.map((sheet, at) => {
		const head = headRow(sheet);
		const last = column(sheet.columns.length);
		const name = `TitleRegion${at + 1}.A${head}.${last}${head + sheet.rows.length}.${at + 1}`;
		return `<definedName name="${name}">'${sheet.name}'!$A$${head}</definedName>`;
	});
	const printed = sheets.map(
		(sheet, at) =>
			`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheet.name}'!$${headRow(sheet)}:$${headRow(sheet)}</definedName>`
	);
	return [...heads, ...printed].join('');
}

/** 1 is A. No table has more than 26 columns. */
const column = (n: number): string => String.fromCharCode('A'.charCodeAt(0) + Math.min(n, 26) - 1);
