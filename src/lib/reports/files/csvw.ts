import { headOf } from '../cells.ts';
import { tablesOf, type Column, type Report, type Table } from '../document.ts';
import { LICENCE } from '../licence.ts';
import type { ReportWords } from '../words.ts';
import { citation } from './about.ts';

const DATATYPES: { [as in Column['as']]: object } = {
	text: { datatype: 'string' },
	count: { datatype: 'integer' },
	'per-cent': { datatype: { base: 'decimal', format: { decimalChar: ',', pattern: '0.0' } } }
};

/** What the CSV files are (CSV on the Web): their columns, what a comma means in them, and on what terms they may be used. */
export const csvw = (report: Report, words: ReportWords): object => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': 'da' }],
	'dc:title': `${report.name}: ${report.title}`,
	'dc:publisher': report.name,
	'dc:issued': report.asOf,
	'dc:license': { '@id': LICENCE.url },
	'dc:bibliographicCitation': citation(report, words),
	dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
	tables: tablesOf(report).map((table) => ({
		url: `${table.id}.csv`,
		'dc:title': table.title,
		...(table.caption.length > 0 ? { 'dc:description': table.caption.join(' ') } : {}),
		tableSchema: { columns: columnsOf(table) }
	}))
});

const columnsOf = (table: Table): object[] =>
	headOf(table).map((title, at) => ({
		name: `c${at + 1}`,
		titles: title,
		...DATATYPES[table.columns[at]?.as ?? 'text'],
		null: ''
	}));
