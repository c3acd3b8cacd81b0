import type { Page } from '@playwright/test';
import { invent } from './support/invented.ts';
import { sheetsOfWorkbook } from './support/read-back.ts';
import { expect, test } from './support/test.ts';

const TODAY = '2026-11-29';

const of = async (page: Page, address: string) => {
	const reply = await page.request.get(address);
	expect([address, reply.status()]).toEqual([address, 200]);
	return reply.body();
};

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
