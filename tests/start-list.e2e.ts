import { entered } from './support/compliance.ts';
import { administrator, colleague } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

/** The page's points that are done, as somebody reads them. */
const donePoints = (page: import('@playwright/test').Page) =>
	page.locator('.points .done h3').allTextContents();

test('an empty municipality sees what stands between it and its first round, and each part is saved by who owns it @long', async ({
	another,
	page
}) => {
	test.setTimeout(120_000);
	const site = await another({ DEMO: '0', TODAY: '' });
	const admin = await administrator(site, 'stevns');
	const leader = await colleague(admin, 'Karen', ['leader']);
	const secretary = await colleague(admin, 'Søs', ['secretary']);

	// From the overview to the list, and from the list to the page where it is done.
	await leader.lend(page.context());
	await page.goto(leader.address(''));
	await page.getByRole('link', { name: 'Startliste' }).last().click();
	await expect(page.getByRole('heading', { name: 'Startliste', level: 1 })).toBeVisible();
	await expect(page.getByText('Der mangler: sagsbehandler og udvalgsformand.')).toBeVisible();
	expect(await donePoints(page)).toEqual(['Alle har prøvet at logge ind', 'Sprog']);
	await expect(page.getByRole('link', { name: 'Folk i alle roller' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Retsgrundlag' })).toBeVisible();

	// The draft of the assessment is there to be read before its date is asked for.
	await page.getByRole('link', { name: 'Læs udkastet til konsekvensanalyse' }).click();
	await expect(page.getByRole('heading', { name: 'Udkast til konsekvensanalyse' })).toBeVisible();

	// Two people have the page open at once, each with their own part.
	const others = await page.context().browser()?.newContext();
	const beside = await others!.newPage();
	await secretary.lend(others!);
	await beside.goto(secretary.address('/foer-start'));
	await page.goto(leader.address('/foer-start'));
	await page.getByLabel('Artikel 6').selectOption(entered.basis);
	await page.getByLabel('Den nationale regel, og hvorfor den gælder').fill(entered.basisRule);
	await page.getByLabel('Artikel 9 (helbred og andet følsomt)').selectOption(entered.special);
	await page.getByLabel('Begrundelse', { exact: true }).fill(entered.specialReason);
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByText('Det er gemt som udkast.')).toBeVisible();
	await beside.getByLabel('Beslutning om arkivering').fill(entered.archive);
	await beside.getByRole('button', { name: 'Gem' }).click();
	await expect(beside.getByText('Det er gemt som udkast.')).toBeVisible();
	await page.goto(leader.address('/opstart'));
	expect(await donePoints(page)).toEqual(
		expect.arrayContaining(['Retsgrundlag', 'Arkiv', 'Alle har prøvet at logge ind'])
	);

	// All of it, typed by the secretary, counts for nothing until a leader has saved it.
	const whole = { ...entered, statement: '', assessedOn: '2026-04-01' };
	const fields = Object.fromEntries(Object.entries(whole).map(([name, text]) => [name, text]));
	await secretary.post('/foer-start', { ...fields, seen: '{}' });
	await page.goto(leader.address('/opstart'));
	expect(await donePoints(page)).toContain('Konsekvensanalyse');
	expect(await donePoints(page)).not.toContain('Før start gælder');
	await page.goto(leader.address('/foer-start'));
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByText('de tre papirer er opdateret')).toBeVisible();
	await page.goto(leader.address('/opstart'));
	expect(await donePoints(page)).toContain('Før start gælder');
	await others!.close();
});

test('a round on trial goes all the way, and is counted nowhere @long', async ({
	another,
	page
}) => {
	const site = await another({ DEMO: '0', TODAY: '' });
	const admin = await administrator(site, 'stevns');
	await admin.lend(page.context());
	await page.goto(admin.address('/opstart'));
	await page.getByRole('link', { name: 'En prøverunde' }).click();
	await expect(page.getByText('Prøve – tæller ikke med')).toBeVisible();
	await page.getByRole('button', { name: 'Begynd' }).click();
	await page.getByRole('radio').first().check({ force: true });
	for (;;) {
		const send = page.getByRole('button', { name: 'Send', exact: false }).filter({ visible: true });
		if ((await send.count()) > 0) {
			await send.first().click();
			break;
		}
		await page.getByRole('button', { name: 'Næste' }).filter({ visible: true }).click();
	}
	await expect(page.getByText('Dit svar blev låst i din browser')).toBeVisible();
	const file = site.file('stevns');
	const counted = ['receipt', 'sealed_comment', 'box', 'quarantine', 'comment'].map((table) =>
		file.prepare<[], number>(`select count(*) from ${table}`).pluck().get()
	);
	file.close();
	expect(counted).toEqual([0, 0, 0, 0, 0]);
	await page.getByRole('link', { name: 'Tilbage til startlisten' }).click();
	await expect.poll(() => donePoints(page)).toContain('En prøverunde');
});
