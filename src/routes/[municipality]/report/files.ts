import { cellValue, headOf } from '$lib/reports/cells.ts';
import { tablesOf, Report } from '$lib/reports/document.ts';
import { csvw } from '$lib/reports/files/csvw.ts';
import { singleFile } from '$lib/reports/files/html.ts';
import { itemOf, itemText } from '$lib/reports/files/item.ts';
import { jsonStat } from '$lib/reports/files/json-stat.ts';
import { sheetsOf } from '$lib/reports/files/sheets.ts';
import { word } from '$lib/reports/files/word.ts';
import { recountFile } from '$lib/reports/recount.ts';
import { reportSchema } from '$lib/reports/schema.ts';
import { words as reportWords, type ReportWords } from '$lib/reports/words.ts';
import * as csv from '$lib/spreadsheet/csv.ts';
import { workbook } from '$lib/spreadsheet/workbook.ts';
import { json } from '$lib/json.ts';
import { error } from '@sveltejs/kit';

type Frozen = { bytes: string; sha256: string; report: Report; words: ReportWords };
type Body = string | Uint8Array;
export const OFFICE = 'application/vnd.openxmlformats-officedocument';
const pretty = (value: object): string => `${JSON.stringify(value, null, '\t')}\n`;

/** All that a frozen report can be taken away as, each made of its bytes and of nothing else. */
const FILES: { [name: string]: [type: string, make: (of: Frozen) => Body | Promise<Body>] } = {
	'rapport.json': ['application/json', ({ bytes }) => bytes],
	'skema.json': ['application/schema+json', () => pretty(reportSchema())],
	'regn-efter.mjs': ['text/javascript', ({ bytes, sha256 }) => recountFile(bytes, sha256)],
	'rapport.html': ['text/html', ({ report, words, sha256 }) => singleFile(report, words, sha256)],
	'rapport.xlsx': [
		`${OFFICE}.spreadsheetml.sheet`,
		({ report, words, sha256 }) => workbook(sheetsOf(report, words, sha256))
	],
	'rapport.json-stat.json': [
		'application/json',
		({ report, words, sha256 }) => pretty(jsonStat(report, words, sha256))
	],
	'csv-metadata.json': [
		'application/csvm+json',
		({ report, words }) => pretty(csvw(report, words))
	],
	'dagsordenspunkt.docx': [
		`${OFFICE}.wordprocessingml.document`,
		({ report, words }) => word(report, words)
	],
	'dagsordenspunkt.txt': ['text/plain', ({ report, words }) => itemText(itemOf(report, words))]
};

/** What is frozen makes the same file for whoever asks next: strangers that ask again and again cost little. */
const MADE_MAX = 60;
const made = new Map<string, Body | Promise<Body>>();
function once(key: string, make: () => Body | Promise<Body>): Body | Promise<Body> {
	const body = made.get(key) ?? make();
	made.delete(key);
	made.set(key, body);
	const [oldest] = made.keys();
	if (made.size > MADE_MAX && oldest !== undefined) made.delete(oldest);
	return body;
}

/**
 * A file of a frozen report: itself, what it is recounted by, or one of its tables.
 * @param bytes as they were frozen @throws 404 where it has no such file
 */
export async function fileOf(bytes: string, sha256: string, name: string): Promise<Response> {
	const report = Report.parse(json(bytes));
	const [type, make] = FILES[name] ?? [];
	if (type && make) {
		const words = await reportWords();
		return answer(
			await once(`${sha256}/${name}`, () => make({ bytes, sha256, report, words })),
			type,
			name
		);
	}
	const table = tablesOf(report).find(({ id }) => `${id}.csv` === name);
	if (!table) error(404);
	const rows = table.rows.map((row) => table.columns.map((_, at) => cellValue(row[at]) ?? ''));
	return answer(csv.file([headOf(table), ...rows]), 'text/csv', name);
}

export const answer = (body: Body, type: string, name: string): Response =>
	new Response(typeof body === 'string' ? body : new Uint8Array(body), {
		headers: {
			'content-type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
			'content-disposition': `attachment; filename="${name}"`
		}
	});
