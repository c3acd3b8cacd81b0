import type { Page } from '@playwright/test';
import { demoDesk, invent } from './support/invented.ts';
import { cutOff } from './support/pages.ts';
import { recounted } from './support/recounted.ts';
import { sheetsOfWorkbook, tablesOfPage, tablesOfWord } from './support/read-back.ts';
import { expect, test } from './support/test.ts';

const TODAY = '2026-11-29';

const of = async (page: Page, address: string) => {
	const reply = await page.request.get(address);
	expect([address, reply.status()]).toEqual([address, 200]);
	return reply.body();
};

test('every page of figures gives them as CSV and as a workbook, and says on what terms @long', async ({
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
		expect([path, await cutOff(page)]).toEqual([path, '']);
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

test('a report is prepared, made ready by the chair alone, published, corrected and decided on; its page and its files agree', async ({
	another,
	browser
}) => {
	const site = await another({ TODAY });
	await invent(site, { municipality: 'vejen', goals: true });
	const report = '/rapporter/2026-Q3';
	const leader = await demoDesk(site, 'leader', 'vejen');
	const chair = await demoDesk(site, 'chair', 'vejen');
	const secretary = await demoDesk(site, 'secretary', 'vejen');
	const sure = { sure: 'releaseReport' };
	const texts = { front: 'Vi har lyttet.', recommendation: 'rapporten drøftes', economy: '' };
	const written = await leader.post(`${report}?/write`, { meetingOn: '2026-12-09', ...texts });
	expect(written.status).toBe(200);
	expect((await leader.post(`${report}?/release`, sure)).status).toBe(403);
	expect((await chair.post(`${report}?/release`, {})).status).toBe(428);
	expect((await chair.post(`${report}?/release`, sure)).status).toBe(200);
	const open = `${site.url}/vejen${report}`;
	expect((await fetch(open)).status).toBe(404);
	expect((await secretary.post(`${report}?/publish`, { version: '1' })).status).toBe(200);

	const fetched = async (name: string): Promise<Uint8Array> => {
		const reply = await fetch(name === '' ? open : `${open}/${name}`);
		expect([name, reply.status]).toEqual([name, 200]);
		return new Uint8Array(await reply.arrayBuffer());
	};
	const text = async (name: string) => new TextDecoder().decode(await fetched(name));
	const page = await text('');
	expect(page).toContain('Vi har lyttet.');
	const reader = await (await browser.newContext()).newPage();
	await reader.goto(open);
	expect(await cutOff(reader)).toBe('');
	const tables = tablesOfPage(page);
	expect(tables.length).toBeGreaterThan(1);
	const names = [...page.matchAll(/href="[^"]*\/([\w.-]+\.(?:csv|json|xlsx|html|mjs))"/g)];
	expect(names.length).toBeGreaterThan(7);
	for (const [, name = ''] of names) await fetched(name);
	expect(tablesOfPage(await text('rapport.html'))).toEqual(tables);
	expect(tablesOfWord(await fetched('dagsordenspunkt.docx'))).toEqual(
		tables.map(({ rows }) => rows)
	);
	expect(await text('dagsordenspunkt.txt')).toContain('• at rapporten drøftes');
	expect(sheetsOfWorkbook(await fetched('rapport.xlsx')).size).toBe(tables.length + 3);
	const { differences, status, out } = recounted(await text('regn-efter.mjs'));
	expect([differences, status], out).toEqual([0, 0]);

	const first = await text('rapport.json');
	expect(
		(await leader.post(`${report}?/correct`, { changed: 'En sætning manglede.' })).status
	).toBe(200);
	expect((await chair.post(`${report}?/release`, sure)).status).toBe(200);
	expect(await (await chair.get(report)).text()).toContain(
		'Rettet i version 2: En sætning manglede.'
	);
	expect(await text('rapport.json')).toBe(first);
	const decision = { meetingOn: TODAY, item: '4', decision: 'Taget til efterretning.' };
	expect((await chair.post(`${report}?/decide`, decision)).status).toBe(200);
	expect(await (await secretary.get(report)).text()).toContain(decision.decision);
});

test('the reporting year is a page and a calendar file, and others stand beside in the alphabet’s order', async ({
	another
}) => {
	const site = await another({ TODAY });
	await invent(site, { municipality: 'glostrup', goals: true });
	const calendar = `${site.url}/glostrup/rapporter/kalender`;
	const page = await (await fetch(calendar)).text();
	expect(page).toContain('Kvartalsrapport for 4. kvartal 2026: alle tal er ude');
	expect(page).toContain('som på månedsbasis følges og drøftes i ledergruppen');
	expect(await (await fetch(`${calendar}.ics`)).text()).toContain('BEGIN:VEVENT');
	const leader = await demoDesk(site, 'leader', 'glostrup');
	expect(await (await leader.get('')).text()).toContain('Kvartalsrapport for 4. kvartal 2026');
	const beside = await (await leader.get('/rapporter/ved-siden-af')).text();
	expect(beside).toContain('aldrig efter tallet');
	const schema = await fetch(`${site.url}/glostrup/api/v1/tal/noegletal.schema.json`);
	expect(await schema.text()).toContain('"version": 1');
});
