import type { Page } from '@playwright/test';
import { invent, signIn } from '../support/invented.ts';
import { SIZES, stands } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

// 200 per cent on a tablet is half its width.
const look = (page: Page): Promise<void> =>
	stands(page, page.url(), [...SIZES, { width: 410, height: 590 }]);

test('interviews and their review: nothing for axe to find, and no scrolling sideways', async ({
	another,
	browser
}) => {
	const site = await another();
	await invent(site, { interviews: true });
	const leader = await signIn(await browser.newContext(), site, 'leader');
	const chair = await signIn(await browser.newContext(), site, 'chair');
	const intern = `${site.url}/stevns/intern`;
	const open = async (page: Page, address: string) => {
		await page.setViewportSize({ width: 1280, height: 1180 });
		await page.goto(address);
	};

	for (const path of [
		'/interviewforloeb',
		'/interviewforloeb/ny',
		'/gennemsyn',
		'/kvartalsmateriale',
		'/stemmer'
	]) {
		await open(leader, `${intern}${path}`);
		await look(leader);
	}
	// A course under way, its record, an interview, its passages.
	await open(leader, `${intern}/interviewforloeb`);
	await leader
		.getByRole('link', { name: /opfundet/ })
		.first()
		.click();
	await leader.waitForURL(/interviewforloeb\/[0-9a-f-]{36}$/);
	const course = leader.url();
	await look(leader);
	await open(leader, `${course}/lodtraekning`);
	await look(leader);
	await open(leader, course);
	await leader
		.getByRole('link', { name: /^Begynd interview/ })
		.first()
		.click();
	await leader.waitForURL(/begynd/);
	await look(leader);
	await open(leader, course);
	await leader.getByRole('link', { name: /^Åbn/ }).first().click();
	await leader.getByText('Noget alarmerende?').click();
	await look(leader);
	await open(leader, `${leader.url()}/passager`);
	await leader.locator('.sentence-box').first().check();
	await look(leader);
	await open(leader, course);
	await leader.getByRole('button', { name: 'Begynd opsummeringen' }).click();
	await leader.waitForURL(/opsummering/);
	await look(leader);

	// A draw that is not made yet: the list, and the numbers.
	await open(leader, `${intern}/interviewforloeb/ny`);
	await leader.getByLabel(/udvalgsformand/).check();
	await leader.getByRole('button', { name: 'Begynd forløbet' }).click();
	await leader.getByRole('link', { name: 'Gå til lodtrækningen' }).click();
	const lines = ['Sagsnøgle;Startdato;Team', 'A-1;2025-01-15;Job', 'Mette Hansen;2025-01-15;Job'];
	const choose = (...chosen: string[]) =>
		leader.getByLabel('Listen (CSV)').setInputFiles({
			name: 'liste.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(chosen.join('\n'))
		});
	await choose(...lines);
	await expect(leader.getByText('ligner et navn')).toBeVisible();
	await look(leader);
	await choose(...lines.slice(0, 2));
	await leader.getByRole('button', { name: 'Lås listen' }).click();
	await expect(leader.getByText('Listen er låst.')).toBeVisible();
	await look(leader);

	// The chair reads, marks, and looks at what has changed.
	await open(chair, `${intern}/gennemsyn`);
	await chair
		.getByRole('link', { name: /Interview nr/ })
		.first()
		.click();
	await chair.locator('.sentence-box').first().check();
	await look(chair);
	await open(chair, `${intern}/gennemsyn`);
	await chair
		.getByRole('link', { name: /Hele forløbet/ })
		.last()
		.click();
	await chair.getByText('Hvad er ændret?').click();
	await look(chair);
	await open(chair, `${intern}/kvartalsmateriale`);
	await chair.getByRole('navigation', { name: 'Kvartaler' }).getByRole('link').last().click();
	await expect(chair.getByRole('heading', { name: /Før mødet/ })).toBeVisible();
	await look(chair);
});
