import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { unitOf } from '../src/lib/calendar.ts';
import { NONE, numbers, score, tables } from './support/attacker.ts';
import { roundsOf, ruleBeside } from './support/released-groups.ts';
import { recounted } from './support/recounted.ts';
import { demoOfFile } from './support/demo.ts';

const MUNICIPALITIES = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];

test.describe.configure({ mode: 'serial' });
const running = demoOfFile();

type Row = {
	round: string;
	unit: string;
	series: string;
	breakdown: string;
	category: string;
	item: string;
	answer: string;
	n: number;
};
type File = {
	rounds: { id: string; released: { columns: string[]; rows: (string | number)[][] } }[];
};

/** The released rows of a municipality, as anyone can fetch them. */
async function published(page: Page, municipality: string): Promise<Row[]> {
	const reply = await page.request.get(`${running.url}/${municipality}/api/v1/noegletal.json`);
	expect(reply.ok()).toBe(true);
	const { rounds } = (await reply.json()) as File;
	return rounds.flatMap(({ id, released }) =>
		released.rows.map((row) => {
			const named = Object.fromEntries(released.columns.map((name, at) => [name, row[at]]));
			return { ...named, round: id } as Row;
		})
	);
}

test('says where to go, and that its figures are invented', async ({ page }) => {
	for (const municipality of MUNICIPALITIES) {
		expect(running.printed).toContain(`/${municipality}/resultater`);
		await page.goto(`${running.url}/${municipality}/resultater`);
		await expect(page.getByText('Tallene er opfundet')).toBeVisible();
	}
	expect(await page.context().cookies()).toEqual([]);
});

test('has twelve closed months, and of the open one only a rounded count', async ({ page }) => {
	await page.goto(`${running.url}/vejen/resultater`);
	const rows = await published(page, 'vejen');
	const months = new Set(
		rows.filter(({ unit }) => /^\d{4}-\d{2}$/.test(unit)).map(({ unit }) => unit)
	);
	const today = new Date().toISOString().slice(0, 7);
	expect(months.has(today)).toBe(false);
	// A month under the threshold is counted with the next, and the newest may wait for its announced day.
	expect(months.size).toBeGreaterThanOrEqual(9);
	await expect(page.getByRole('heading', { name: 'Lige nu' })).toBeVisible();
	await expect(page.getByText(/mindst \d*[05] nye svar/)).toBeVisible();
});

test('says who is missing before the good news, and ends a closed round with a verdict', async ({
	page
}) => {
	await page.goto(`${running.url}/vejen/resultater`);
	const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
	expect(headings.findIndex((text) => text.includes('Hvem mangler?'))).toBeLessThan(
		headings.findIndex((text) => text.includes('Tallet og usikkerheden'))
	);
	await expect(page.getByText('Målingen er ikke slut').first()).toBeVisible();
	const earlier = page
		.getByRole('heading', { name: 'Andre målinger' })
		.locator('xpath=..')
		.getByRole('link', { name: /^Måling/ });
	await earlier.first().click();
	await expect(page.getByText(/^(Nået|Ikke nået|Kan ikke afgøres)/).first()).toBeVisible();
	await expect(
		page.getByText(/Det\srigtige\stal\ser\snok\smellem\s\d+\sog\s\d+\s%/).first()
	).toBeVisible();
});

test('shows every chart as a table too, and every share with its interval and its n', async ({
	page
}) => {
	await page.goto(`${running.url}/vejen/resultater`);
	const charts = await page.getByRole('img').count();
	expect(charts).toBeGreaterThan(3);
	expect(await page.getByText('Vis som tabel').count()).toBeGreaterThan(3);
	await page.getByText('Vis som tabel').nth(3).click();
	const table = page.getByRole('table', { name: 'Udsagn for udsagn' });
	await expect(table).toBeVisible();
	const rows = await table.getByRole('row').allTextContents();
	for (const row of rows.slice(1)) expect(row).toMatch(/\d+\s%.*\d+–.?\d+\s%.*\d+/);
});

test('gives the same rows to the page and to the file, and breakdowns one at a time', async ({
	page
}) => {
	const rows = await published(page, 'stevns');
	const teams = rows.filter(
		({ breakdown, item, answer }) => breakdown === 'team' && item === '' && answer === 'answered'
	);
	expect(teams.length).toBeGreaterThan(1);
	expect(teams.every(({ n }) => n >= 10)).toBe(true);
	await page.goto(`${running.url}/stevns/resultater`);
	await page
		.getByRole('term')
		.filter({ hasText: 'Efter team' })
		.locator('xpath=..')
		.getByRole('link')
		.first()
		.click();
	await expect(page).toHaveURL(/resultater\/[^/]+\/team\/\d{4}-k[1-4]$/);
	const round = /resultater\/([^/]+)\//.exec(page.url())?.[1];
	const quarter = page.url().slice(-7).replace('k', 'Q');
	const shown = teams.filter((row) => row.round === round && row.unit === quarter);
	for (const { n } of shown) await expect(page.getByText(String(n)).first()).toBeAttached();
});

for (const [name, width] of [
	['phone', 360],
	['desk', 1280]
] as const) {
	test(
		`leaves axe nothing to find and nothing to scroll sideways for (${name})`,
		{ tag: '@long' },
		async ({ page }) => {
			test.setTimeout(180_000);
			await page.setViewportSize({ width, height: 900 });
			const addresses = [
				'/stevns',
				'/vejen/resultater',
				'/stevns/en/resultater',
				'/vejen/xr/resultater',
				'/stevns/resultater/loefter'
			];
			for (const address of addresses) {
				await page.goto(running.url + address);
				const sideways = await page.evaluate(
					() => document.documentElement.scrollWidth - innerWidth
				);
				expect([address, sideways <= 0]).toEqual([address, true]);
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect([address, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)]).toEqual([
					address,
					[]
				]);
			}
		}
	);
}

test('hides its small groups from whoever knows the rule', async ({ page }) => {
	let sum = NONE;
	for (const municipality of MUNICIPALITIES) {
		const rows = (await published(page, municipality)).filter(
			({ series, item, answer }) => series === 'asked' && item === '' && answer === 'answered'
		);
		for (const { id, breakdowns } of roundsOf(running.file(municipality))) {
			for (const { name, unit: kind, categories } of breakdowns) {
				const groups = rows.filter(({ round, breakdown }) => round === id && breakdown === name);
				for (const [unit, own] of Map.groupBy(groups, (row) => row.unit)) {
					const all = rows.filter(
						(row) => row.round === id && row.breakdown === '' && unitOf(kind, row.unit) === unit
					);
					const sumOf = (some: Row[]) => some.reduce((n, row) => n + row.n, 0);
					const shown = new Map(own.map(({ category, n }) => [category, n]));
					const hidden = categories.filter((category) => !shown.has(category));
					const view = { shown, hidden, total: sumOf(all) - sumOf(own) };
					if (view.total === 0) continue;
					const help = { areAlike: true };
					const found = numbers(tables(view, ruleBeside(hidden), help), hidden, {
						...help,
						enough: 4
					});
					sum = score(sum, view, found);
				}
			}
		}
	}
	console.log(
		`the demo: ${sum.tables} tables, ${sum.shown} groups shown, ${sum.hidden} hidden; found out ${sum.pinned}, but for two or three numbers ${sum.few}`
	);
	expect(sum).toMatchObject({ pinned: 0, few: 0 });
	expect(sum.hidden).toBeGreaterThan(10);
});

test('keeps its figures at a second start', async ({ page }) => {
	const before = await published(page, 'slagelse');
	await running.again();
	expect(await published(page, 'slagelse')).toEqual(before);
});

test('has reports whose every figure and status anyone finds again, and says which one is changed @long', async () => {
	for (const municipality of MUNICIPALITIES) {
		const list = await fetch(`${running.url}/${municipality}/rapporter`);
		const quarters = new Set((await list.text()).match(/rapporter\/\d{4}-Q[1-4]/g));
		expect(quarters.size).toBe(3);
		let figures = 0;
		for (const quarter of quarters) {
			const address = `${running.url}/${municipality}/${quarter}/regn-efter.mjs`;
			const file = await (await fetch(address)).text();
			const { out, checked, differences, status } = recounted(file);
			expect([quarter, differences, status], out).toEqual([quarter, 0, 0]);
			figures += checked;
			// One digit of one row: so many more who agree.
			const forged = file.replace(
				/(\[\\"[^[\]]*,\\"5\\",\d*?)(\d)(\])/,
				(_, row: string, digit: string, end: string) => `${row}${(Number(digit) + 1) % 10}${end}`
			);
			expect(forged).not.toBe(file);
			expect(recounted(forged).out).toMatch(/FORSKEL {2}\S+ enige: rapporten siger/);
		}
		expect(figures).toBeGreaterThan(100);
	}
});
