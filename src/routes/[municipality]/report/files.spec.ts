import Papa from 'papaparse';
import { render } from 'svelte/server';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	sheetsOfWorkbook,
	tablesOfPage,
	tablesOfWord,
	widthsOfWord
} from '../../../../tests/support/read-back.ts';
import { measured, ok, QUARTER, READ_ON } from '../../../../tests/support/reports.ts';
import { json } from '$lib/json.ts';
import type { Plan } from '$lib/plan/plan.ts';
import { Report, tablesOf, type Cell, type Column, type Table } from '$lib/reports/document.ts';
import { words as reportWords } from '$lib/reports/words.ts';
import { closeAll, open } from '$lib/server/core/database.ts';
import { makeGoals } from '$lib/server/demo/goals/goals.ts';
import { someone } from '$lib/server/demo/staff.ts';
import * as plans from '$lib/server/plan/plans.ts';
import * as reports from '$lib/server/reports/reports.ts';
import { fileOf } from './files.ts';
import Sections from './Sections.svelte';

/** How wide a letter of a table is in Word, roughly: half of its 8.5 points, in twentieths. */
const LETTER = 85;

const folders = ['DATA_DIR', 'KEYS_DIR'];
beforeAll(() => {
	for (const name of folders) {
		process.env[name] = mkdtempSync(join(tmpdir(), 'oejenhoejde-files-'));
	}
	process.env.DEMO = '1';
});
afterAll(() => {
	closeAll();
	for (const name of [...folders, 'DEMO']) delete process.env[name];
});

/** A released report with survey, goals and initiatives, of any plan. */
async function released(plan: Plan): Promise<{ bytes: string; sha256: string; report: Report }> {
	const db = open(plan.municipality);
	if (reports.versions(db).length === 0) {
		makeGoals(plan, READ_ON);
		measured(db, plan);
		const by = { user: someone(db, 'chair', READ_ON).id, today: READ_ON };
		const said = { front: 'Vi har lyttet.\nOg svaret.', economy: 'Ingen.' };
		ok(reports.write(db, QUARTER, { meetingOn: '2026-06-03', said }, by));
		ok(reports.release(db, plan, await reportWords(), QUARTER, by));
	}
	const bytes = reports.bytesOf(db, QUARTER, 1);
	if (bytes === undefined) throw new Error('released');
	return { bytes, sha256: reports.digest(bytes), report: Report.parse(json(bytes)) };
}

/** As it stands on paper: written here again, from the report's own words. */
function onPaper(cell: Cell | undefined, { as }: Column): string {
	if (cell === null || cell === undefined || cell === '') return '–';
	if (typeof cell === 'object') return `${cell.whole} %`;
	return as === 'count' ? new Intl.NumberFormat('da-DK').format(Number(cell)) : String(cell);
}
function inFiles(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	return String(typeof cell === 'object' ? cell.one : cell);
}
const whole = (table: Table, as: (cell: Cell | undefined, column: Column) => string) => [
	table.columns.map(({ name }) => name),
	...table.rows.map((row) => table.columns.map((column, at) => as(row[at], column)))
];
/** Line ends within a cell are a matter of mark-up. */
const trimmed = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.trim()));
const filled = (rows: string[][], width: number) =>
	rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);

describe.each(plans.all().map((plan) => [plan.municipality, plan] as const))('%s', (_, plan) => {
	it('has the same cells on the page and in every file', async () => {
		const { bytes, sha256, report } = await released(plan);
		const { t, locale } = await reportWords();
		const tables = tablesOf(report);
		expect(tables.length).toBeGreaterThanOrEqual(5);
		const take = async (name: string) =>
			new Uint8Array(await (await fileOf(bytes, sha256, name)).arrayBuffer());
		const text = async (name: string) => (await fileOf(bytes, sha256, name)).text();

		const paper = tables.map((table) => ({
			caption: table.title,
			rows: trimmed(whole(table, onPaper))
		}));
		const page = render(Sections, { props: { report, r: t, count: locale.count } }).body;
		expect(tablesOfPage(page)).toEqual(paper);
		expect(tablesOfPage(await text('rapport.html'))).toEqual(paper);
		const word = await take('dagsordenspunkt.docx');
		expect(tablesOfWord(word).map(trimmed)).toEqual(paper.map(({ rows }) => rows));
		const columns = widthsOfWord(word);
		for (const [at, rows] of tablesOfWord(word).entries()) {
			const words = (rows[0] ?? []).map((_, column) =>
				rows.flatMap((row) => (row[column] ?? '').split(' '))
			);
			const broken = words.map((all, column) =>
				all.filter((each) => each.length * LETTER > (columns[at]?.[column] ?? 0))
			);
			expect(broken.flat(), paper[at]?.caption).toEqual([]);
		}

		const sheets = sheetsOfWorkbook(await take('rapport.xlsx'));
		const stat = JSON.parse(await text('rapport.json-stat.json')) as Stat;
		for (const [at, table] of tables.entries()) {
			const expected = whole(table, inFiles);
			const [title, , ...rows] = sheets.get(`Tabel ${at + 1}`) ?? [];
			expect(title?.[0]).toBe(table.title);
			expect(filled(trimmed(rows), table.columns.length)).toEqual(trimmed(expected));

			const { data } = Papa.parse<string[]>(await text(`${table.id}.csv`), {
				delimiter: ';',
				skipEmptyLines: true
			});
			expect(data.map((row) => row.map((cell, c) => asNumber(cell, table.columns[c])))).toEqual(
				expected
			);
			const set = stat.link.item.find(({ label }) => label === table.title);
			expect(set?.value ?? []).toEqual(
				table.rows.flatMap((row) =>
					table.columns.flatMap(({ as }, c) => (as === 'text' ? [] : [numberOf(row[c])]))
				)
			);
		}
		expect(sheets.get('Rækker')?.slice(2)).toEqual(report.data.rows.map((row) => row.map(String)));
		expect([...sheets.keys()][0]).toBe('Indhold');
		expect(sheets.get('Indhold')?.flat().join(' ')).toContain(`Pressekontakt: ${plan.press?.name}`);
	});
});

describe('the files of a report', () => {
	it('are the same bytes whenever they are made', async () => {
		const [plan] = plans.all();
		if (!plan) throw new Error('a plan');
		const { bytes, sha256, report } = await released(plan);
		const names = [
			...['rapport.json', 'skema.json', 'regn-efter.mjs', 'rapport.html', 'rapport.xlsx'],
			...['rapport.json-stat.json', 'csv-metadata.json', 'dagsordenspunkt.docx'],
			...['dagsordenspunkt.txt', ...tablesOf(report).map(({ id }) => `${id}.csv`)]
		];
		vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-01T08:00:00Z') });
		const made = async () => {
			// Another server, that has made none of them yet.
			vi.resetModules();
			const files = await import('./files.ts');
			return Promise.all(
				names.map(async (name) => {
					const reply = await files.fileOf(bytes, sha256, name);
					return Buffer.from(await reply.arrayBuffer()).toString('base64');
				})
			);
		};
		const once = await made();
		vi.setSystemTime(new Date('2027-11-05T21:14:59Z'));
		expect(await made()).toEqual(once);
		vi.useRealTimers();
	});

	it('are described: columns, comma and terms in CSVW, the shape in JSON Schema', async () => {
		const plan = plans.find('vejen');
		if (!plan) throw new Error('Vejen has a plan');
		const { bytes, sha256, report } = await released(plan);
		const csvw = JSON.parse(await (await fileOf(bytes, sha256, 'csv-metadata.json')).text()) as {
			tables: { url: string; tableSchema: { columns: { titles: string }[] } }[];
		};
		for (const [at, table] of tablesOf(report).entries()) {
			const { url, tableSchema } = csvw.tables[at] ?? {};
			const csv = await (await fileOf(bytes, sha256, url ?? '')).text();
			const [head] = Papa.parse<string[]>(csv, { delimiter: ';' }).data;
			expect(tableSchema?.columns.map(({ titles }) => titles)).toEqual(head);
			expect(table.title).toBeTruthy();
		}
		const schema = JSON.parse(await (await fileOf(bytes, sha256, 'skema.json')).text()) as {
			version: number;
			required: string[];
		};
		expect(schema.version).toBe(report.shape);
		expect(Object.keys(report)).toEqual(expect.arrayContaining(schema.required));
	});

	it('have an agenda item under the committee’s own headings, in its order', async () => {
		const plan = plans.find('vejen');
		if (!plan) throw new Error('Vejen has a plan');
		const { report } = await released(plan);
		const own = {
			...report,
			agenda: {
				headings: [
					{ part: 'case' as const, heading: 'Sagen kort' },
					{ part: 'recommendation' as const, heading: 'Beslutningstema' }
				],
				recommendation: 'rapporten drøftes\nat den sendes til byrådet',
				economy: ''
			}
		};
		const text = await (await fileOf(JSON.stringify(own), 'own', 'dagsordenspunkt.txt')).text();
		expect(text.indexOf('Sagen kort')).toBeLessThan(text.indexOf('Beslutningstema'));
		expect(text).toContain('• at rapporten drøftes\n• at den sendes til byrådet');
		const usual = await (
			await fileOf(JSON.stringify(report), 'usual', 'dagsordenspunkt.txt')
		).text();
		const order = ['Resumé', 'Indstilling', 'Sagsfremstilling', 'Økonomi', 'Bilag'];
		const places = order.map((heading) => usual.indexOf(`\n${heading}\n`));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(0);
		expect(usual).toContain('• at rapporten tages til efterretning');
		expect(usual).toContain('Ingen.');
	});
});

type Stat = { link: { item: { label: string; value: (number | null)[] }[] } };

function numberOf(cell: Cell | undefined): number | null {
	if (cell === null || cell === undefined || typeof cell === 'string') return null;
	return typeof cell === 'object' ? cell.one : cell;
}

/** What a spreadsheet takes a cell for: an apostrophe says that it is text. */
function asNumber(cell: string, column: Column | undefined): string {
	if (column?.as === 'per-cent' && /^\d+(,\d)?$/.test(cell)) return cell.replace(',', '.');
	return cell.replace(/^'/, '');
}
