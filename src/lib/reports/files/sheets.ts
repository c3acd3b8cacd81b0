import type { Sheet } from '../../spreadsheet/workbook.ts';
import { cellValue } from '../cells.ts';
import { tablesOf, type Report, type Table } from '../document.ts';
import type { ReportWords } from '../words.ts';
import { aboutLines } from './about.ts';

/** The report's tables, one a sheet; contents and contact first, then what has to be said with each, and the rows behind it all last. */
export function sheetsOf(report: Report, words: ReportWords, sha256: string): Sheet[] {
	const { t } = words;
	const { sheets } = t.files;
	const tables = tablesOf(report).map((table, at) => ({
		table,
		name: sheets.table({ n: at + 1 })
	}));
	const from = sheets.from({ name: report.name, title: report.title, notes: sheets.notes() });
	const named = tables.map(({ table, name }): Sheet => sheetOf(table, name, from));
	const text = (name: string) => ({ name, isNumber: false });
	const notes: Sheet = {
		name: sheets.notes(),
		title: sheets.notesTitle(),
		about: [],
		columns: [text(sheets.sheet()), text(sheets.note())],
		rows: tables.flatMap(({ table, name }) => table.caption.map((line) => [name, line]))
	};
	const rows: Sheet = {
		name: sheets.rows(),
		title: sheets.rowsTitle(),
		about: [],
		columns: report.data.columns.map((name) => ({ name, isNumber: name === 'n' })),
		rows: report.data.rows.map((row) => [...row])
	};
	const inside = [...named, notes, rows];
	return [
		{
			name: sheets.contents(),
			title: `${report.name}: ${report.title}`,
			about: aboutLines(report, words, sha256),
			columns: [text(sheets.sheet()), text(sheets.content())],
			rows: inside.map(({ name, title }) => [name, title])
		},
		...inside
	];
}

export const sheetOf = (table: Table, name: string, from: string): Sheet => ({
	name,
	title: table.title,
	about: [from],
	columns: table.columns.map((column) => ({
		name: column.name,
		isNumber: column.as !== 'text',
		decimals: column.as === 'per-cent' ? 1 : 0
	})),
	rows: table.rows.map((row) => table.columns.map((_, at) => cellValue(row[at])))
});
