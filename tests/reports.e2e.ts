import type { Page } from '@playwright/test';
import { tablesOf, Report } from '../src/lib/reports/document.ts';
import { invent, signIn } from './support/invented.ts';
import { stands } from './support/pages.ts';
import { recounted } from './support/recounted.ts';
import { sheetsOfWorkbook, tablesOfPage, tablesOfWord } from './support/read-back.ts';
import { expect, test } from './support/test.ts';

const TODAY = '2026-11-29';
const QUARTER = '2026-Q3';

/** Tables as they are seen: what a screen or a page of paper hides is not there. */
const seen = (page: Page) =>
	page
		.locator('table:visible')
		.evaluateAll((tables) =>
			(tables as HTMLTableElement[]).map(({ rows }) =>
				[...rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))
			)
		);
const of = async (page: Page, address: string) => {
	const reply = await page.request.get(address);
	expect([address, reply.status()]).toEqual([address, 200]);
	return reply.body();
};

test('a report is prepared, made ready, published and corrected, and every file of it says the same', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const site = await another({ TODAY });
	await invent(site, { municipality: 'vejen', goals: true });
	const address = `${site.url}/vejen/intern/rapporter/${QUARTER}`;
	const leader = await signIn(await browser.newContext(), site, 'leader', 'vejen');
	await leader.goto(address);
	await expect(leader.getByRole('button', { name: 'Klar til udvalget' })).toHaveCount(0);
	await leader.getByText('Skriv til rapporten').click();
	await leader.getByLabel('Mødedato').first().fill('2026-12-09');
	await leader.getByLabel('Kort fortalt').fill('Vi har øvet os i at lytte.');
	await leader
		.getByLabel('Indstilling i punktet til dagsordenen')
		.fill('rapporten drøftes\nat den sendes til byrådet');
	await leader.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(leader.getByText('Gemt.')).toBeVisible();

	// The chair, on a tablet, ten minutes before the meeting.
	const chair = await signIn(
		await browser.newContext({ viewport: { width: 820, height: 1180 } }),
		site,
		'chair',
		'vejen'
	);
	await chair.goto(address);
	const front = chair.locator('section.front');
	await expect(front.getByText('Vi har øvet os i at lytte.')).toBeVisible();
	const box = await front.boundingBox();
	expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(1180);
	await chair.getByRole('button', { name: 'Klar til udvalget' }).click();
	await chair.getByRole('button', { name: 'Ja, den er klar til udvalget' }).click();
	await expect(chair.getByText('Rapporten er klar til udvalget.')).toBeVisible();
	await stands(chair);

	const report = Report.parse(JSON.parse((await of(chair, `${address}/rapport.json`)).toString()));
	const onPage = await seen(chair);
	expect(onPage.length).toBe(tablesOf(report).length);
	expect(onPage.map((rows) => rows.length - 1)).toEqual(
		tablesOf(report).map(({ rows }) => rows.length)
	);
	await chair.emulateMedia({ media: 'print' });
	expect(await seen(chair)).toEqual(onPage);
	await chair.emulateMedia({ media: 'screen' });
	const single = (await of(chair, `${address}/rapport.html`)).toString();
	expect(tablesOfPage(single).map(({ rows }) => rows)).toEqual(onPage);
	expect(tablesOfWord(await of(chair, `${address}/dagsordenspunkt.docx`))).toEqual(onPage);
	expect(sheetsOfWorkbook(await of(chair, `${address}/rapport.xlsx`)).size).toBe(onPage.length + 3);
	const item = (await of(chair, `${address}/dagsordenspunkt.txt`)).toString();
	expect(item).toContain('Indstilling\n\nDet indstilles,\n\n• at rapporten drøftes');
	const recount = recounted((await of(chair, `${address}/regn-efter.mjs`)).toString());
	expect([recount.differences, recount.status], recount.out).toEqual([0, 0]);

	// Everybody reads it once it is published, and then what is corrected in it.
	const secretary = await signIn(await browser.newContext(), site, 'secretary', 'vejen');
	await secretary.goto(address);
	await secretary.getByRole('button', { name: 'Læg på kommunens side' }).click();
	await expect(secretary.getByText('Rapporten ligger på kommunens side.')).toBeVisible();
	const stranger = await (await browser.newContext()).newPage();
	const open = `${site.url}/vejen/rapporter/${QUARTER}`;
	await stranger.goto(open);
	await expect(stranger.getByText('Vi har øvet os i at lytte.')).toBeVisible();
	await stands(stranger);
	const links = await stranger
		.locator('a[download]')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
	expect(links.length).toBeGreaterThan(6);
	for (const link of links) await of(stranger, link);

	await leader.goto(address);
	await leader.getByText('Ret rapporten').click();
	await leader.getByLabel('Hvad bliver rettet?').fill('En sætning manglede.');
	await leader.getByRole('button', { name: 'Begynd på den nye version' }).click();
	await expect(leader.getByText('Den nye version er begyndt.')).toBeVisible();
	await chair.goto(address);
	await chair.getByRole('button', { name: 'Klar til udvalget' }).click();
	await chair.getByRole('button', { name: 'Ja, den er klar til udvalget' }).click();
	await expect(
		chair.locator('section.front').getByText('Rettet i version 2: En sætning manglede.')
	).toBeVisible();
	expect(
		Report.parse(JSON.parse((await of(chair, `${address}/rapport.json?version=1`)).toString()))
	).toEqual(report);
});

test('every page of figures gives them as CSV and as a workbook, and says on what terms', async ({
	another,
	browser
}) => {
	const site = await another({ TODAY });
	await invent(site, { municipality: 'vejen', goals: true });
	const page = await (await browser.newContext()).newPage();
	for (const path of [
		'/vejen/resultater',
		'/vejen/maal',
		'/vejen/en/maal',
		'/vejen/resultater/loefter'
	]) {
		await page.goto(site.url + path);
		const use = page.locator('section.use');
		await expect(use.getByText('CC BY 4.0')).toBeVisible();
		await expect(use.getByText(`Vejen Kommune (2026)`)).toBeVisible();
		await expect(use.getByText('Vejen Kommune, presse')).toBeVisible();
		const links = await use
			.locator('a[download]')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		expect(links.map((link) => link.split('.').at(-1))).toEqual(['csv', 'xlsx']);
		const [csv, xlsx] = await Promise.all(links.map((link) => of(page, link)));
		expect(csv?.toString().startsWith('\uFEFF')).toBe(true);
		if (xlsx) expect([...sheetsOfWorkbook(xlsx).keys()][0]).toBe('Indhold');
	}
	const goals = (await of(page, `${site.url}/vejen/api/v1/tal/maal.csv`)).toString();
	expect(goals.split('\r\n').length).toBeGreaterThan(8);
	expect((await page.request.get(`${site.url}/vejen/api/v1/tal/findes-ikke.csv`)).status()).toBe(
		404
	);
});

test('the reporting year is a page and a calendar file, and others stand beside in the alphabet’s order', async ({
	another,
	browser
}) => {
	const site = await another({ TODAY });
	await invent(site, { municipality: 'glostrup', goals: true });
	await invent(site, { municipality: 'slagelse' });
	const page = await signIn(await browser.newContext(), site, 'leader', 'glostrup');
	await page.goto(`${site.url}/glostrup/rapporter/kalender`);
	await expect(
		page.getByRole('row', { name: /Kvartalsrapport for 4. kvartal 2026/ })
	).toBeVisible();
	await expect(page.getByText('som på månedsbasis følges og drøftes i ledergruppen')).toBeVisible();
	await stands(page);
	const calendar = (await of(page, `${site.url}/glostrup/rapporter/kalender.ics`)).toString();
	expect(calendar).toContain('BEGIN:VEVENT');
	await page.goto(`${site.url}/glostrup/intern`);
	await expect(
		page.getByText('Kvartalsrapport for 4. kvartal 2026: alle tal er ude')
	).toBeVisible();

	await page.goto(`${site.url}/glostrup/intern/rapporter/ved-siden-af`);
	await expect(page.getByText('aldrig efter tallet')).toBeVisible();
	const reply = await of(page, `${site.url}/slagelse/api/v1/noegletal.json`);
	const elsewhere = {
		...(JSON.parse(reply.toString()) as object),
		municipality: 'faxe',
		name: 'Faxe Kommune'
	};
	const put = async (content: string) => {
		await page.getByLabel('Filen noegletal.json').setInputFiles({
			name: 'noegletal.json',
			mimeType: 'application/json',
			buffer: Buffer.from(content)
		});
		await page.getByRole('button', { name: 'Læg filen op' }).click();
	};
	await put('{"oejenhoejde":2}');
	await expect(page.getByText('Filen er ikke tal fra en Øjenhøjde.')).toBeVisible();
	await put(JSON.stringify(elsewhere));
	await expect(page.getByText('Tallene er lagt op.')).toBeVisible();
	await stands(page);
	await page.getByRole('button', { name: 'Fjern Faxe Kommune' }).click();
	await expect(page.getByText('Kommunen er fjernet igen.')).toBeVisible();
});
