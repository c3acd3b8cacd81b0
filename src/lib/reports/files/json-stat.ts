import { cellValue } from '../cells.ts';
import { tablesOf, type Report, type Table } from '../document.ts';
import { aboutLines } from './about.ts';
import type { ReportWords } from '../words.ts';

/**
 * The report's numbers in JSON-stat 2: every table that has any, each a set of its first column by its columns of numbers. What is
 * hidden has no value, and the status ":", as what is empty.
 */
export const jsonStat = (report: Report, words: ReportWords, sha256: string): object => ({
	version: '2.0',
	class: 'collection',
	label: `${report.name}: ${report.title}`,
	source: report.name,
	updated: report.asOf,
	note: aboutLines(report, words, sha256),
	link: { item: tablesOf(report).flatMap((table) => datasetOf(table, report)) }
});

function datasetOf(table: Table, report: Report): object[] {
	const numbers = table.columns
		.map((column, at) => ({ ...column, at }))
		.filter(({ as }) => as !== 'text');
	if (numbers.length === 0 || table.rows.length === 0) return [];
	const rows = table.rows.map((row, at) => [`r${at + 1}`, String(row[0] ?? '')] as const);
	const value = table.rows.flatMap((row) => numbers.map(({ at }) => cellValue(row[at])));
	const hidden = value.flatMap((cell, at) => (cell === null ? [[String(at), ':'] as const] : []));
	return [
		{
			version: '2.0',
			class: 'dataset',
			label: table.title,
			source: report.name,
			updated: report.asOf,
			...(table.caption.length > 0 ? { note: table.caption } : {}),
			id: ['row', 'column'],
			size: [rows.length, numbers.length],
			role: { metric: ['column'] },
			dimension: {
				row: {
					label: table.columns[0]?.name ?? '',
					category: { index: rows.map(([id]) => id), label: Object.fromEntries(rows) }
				},
				column: {
					label: table.title,
					category: {
						index: numbers.map(({ at }) => `c${at + 1}`),
						label: Object.fromEntries(numbers.map(({ at, name }) => [`c${at + 1}`, name])),
						unit: Object.fromEntries(
							numbers.map(({ at, as }) => [
								`c${at + 1}`,
								as === 'per-cent' ? { label: '%', decimals: 1 } : { decimals: 0 }
							])
						)
					}
				}
			},
			value,
			...(hidden.length > 0 ? { status: Object.fromEntries(hidden) } : {})
		}
	];
}
