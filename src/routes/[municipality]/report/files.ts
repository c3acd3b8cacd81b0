import { tablesOf, Report, type Cell } from '$lib/reports/document.ts';
import { recountFile } from '$lib/reports/recount.ts';
import * as csv from '$lib/spreadsheet/csv.ts';
import { json } from '$lib/json.ts';
import { error } from '@sveltejs/kit';

/**
 * A file of a frozen report: itself, what it is recounted by, or one of its tables.
 * @param bytes as they were frozen @throws 404 where it has no such file
 */
export function fileOf(bytes: string, sha256: string, name: string): Response {
	if (name === 'rapport.json') return answer(bytes, 'application/json', name);
	if (name === 'regn-efter.mjs') {
		return answer(recountFile(bytes, sha256), 'text/javascript', name);
	}
	const table = tablesOf(Report.parse(json(bytes))).find(({ id }) => `${id}.csv` === name);
	if (!table) error(404);
	const head = table.columns.map((column) => column.name);
	return answer(csv.file([head, ...table.rows.map((row) => row.map(inFile))]), 'text/csv', name);
}

/** One decimal at most, with a comma. */
function inFile(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'object') return String(cell.one).replace('.', ',');
	return String(cell);
}

const answer = (body: string, type: string, name: string): Response =>
	new Response(body, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${name}"`
		}
	});
