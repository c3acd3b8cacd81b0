import type { Page } from '@playwright/test';
import { atWork, awake } from './support/at-work.ts';
import { administrator, colleague, type StaffClient } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

const makeCodes = async (page: Page, leader: StaffClient): Promise<void> => {
	await awake(page, leader.address('/koder'));
	await page.getByLabel('Antal').fill('3');
	await page.getByRole('button', { name: 'Lav koder' }).click();
	await expect(page.getByRole('heading', { name: '3 koder er lavet' })).toBeVisible();
};

test('codes that nobody took with them are told from those that went out, put right and taken back, with a line in the log @long', async ({
	another,
	page
}) => {
	test.setTimeout(120_000);
	const site = await another();
	const admin = await atWork(site);
	const leader = await colleague(admin, 'Karen', ['leader']);
	await leader.lend(page.context());
	const rows = page.getByRole('row').filter({ hasText: 'maj 2026' });

	await makeCodes(page, leader);
	const asked = page.waitForEvent('dialog');
	const going = page.getByRole('link', { name: 'Målinger', exact: true }).first().click();
	const dialog = await asked;
	expect(dialog.message()).toContain('ikke hentet eller udskrevet');
	await dialog.dismiss();
	await going;
	await expect(page.getByRole('heading', { name: '3 koder er lavet' })).toBeVisible();
	await page.goto(leader.address('/koder'));
	await expect(rows).toContainText('Ikke hentet eller udskrevet');

	await makeCodes(page, leader);
	await page.getByRole('button', { name: 'Udskriv breve' }).click();
	await expect(page.getByText('Koderne tæller nu med som udsendt.')).toBeVisible();
	await expect(rows.first()).toContainText('Delt ud');

	// The ones that are lost are taken back; without JavaScript too, it is two pages and a form.
	await rows
		.last()
		.getByRole('link', { name: /Ret eller kassér/ })
		.click();
	await page.getByText('Kassér', { exact: true }).first().click();
	await page.getByLabel('Hvorfor?').last().fill('Fanen blev lukket');
	await page.getByRole('button', { name: 'Kassér' }).click();
	await expect(page.getByText('Det er kasseret og tæller ikke med.')).toBeVisible();
	await expect(rows.last()).toContainText('Kasseret');
	await rows
		.first()
		.getByRole('link', { name: /Ret eller kassér/ })
		.click();
	await page.getByLabel('Antal, der er delt ud').fill('2');
	await page.getByLabel('Hvorfor?').first().fill('Ét brev kom retur');
	await page.getByRole('button', { name: 'Gem rettelsen' }).click();
	await expect(page.getByText('Rettelsen er gemt.')).toBeVisible();
	await page.goto(leader.address('/haendelser'));
	const log = page.getByRole('main');
	for (const words of ['Kasserede det, der er delt ud', 'Fanen blev lukket', 'Ét brev kom retur']) {
		await expect(log).toContainText(words);
	}
});

test('a comment that was shown by mistake is taken back @long', async ({ another, page }) => {
	const site = await another();
	const secretary = await colleague(await atWork(site), 'Ulla', ['secretary']);
	await secretary.lend(page.context());
	await page.goto(secretary.address('/kommentarer'));
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByText('2 kommentarer venter')).toBeVisible();
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await page.goto(secretary.address('/kommentarer'));
	await page.getByText('Vis den kommentar, andre kan læse').click();
	await page.getByRole('button', { name: 'Tag tilbage' }).click();
	await expect(page.getByText('2 kommentarer venter')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test(`what cannot be undone asks first, ${javaScriptEnabled ? 'with' : 'without'} JavaScript @long`, async ({
		another,
		browser
	}) => {
		const site = await another();
		const admin = await administrator(site, 'stevns');
		const context = await browser.newContext({ javaScriptEnabled });
		await admin.lend(context);
		const page = await context.newPage();
		await awake(page, admin.address('/indstillinger'));
		const smallest = page.getByLabel('Mindste gruppe, der bliver vist');
		const before = await smallest.inputValue();
		// A number that is none is given back as it was typed.
		await smallest.fill('0.125');
		await page.getByRole('button', { name: 'Gem' }).click();
		await expect(page.getByRole('alert').first()).toBeVisible();
		await expect(smallest).toHaveValue('0.125');
		await smallest.fill('20');
		await page.getByRole('button', { name: 'Gem' }).click();
		await expect(page.getByRole('heading', { name: 'Gem indstillingerne?' })).toBeVisible();
		await page.getByRole('link', { name: 'Nej, gå tilbage' }).click();
		if (javaScriptEnabled) {
			await expect(smallest).toHaveValue('20');
			await expect(page.getByText('Nu står det her igen.')).toBeVisible();
			// What is typed a moment before goes too.
			await smallest.fill('21');
			await page.getByRole('button', { name: 'Fjern det igen' }).click();
		}
		await expect(smallest).toHaveValue(before);
		await smallest.fill('20');
		await page.getByRole('button', { name: 'Gem' }).click();
		await page.getByRole('button', { name: 'Ja, gem dem' }).click();
		await expect(page.getByText('Det er gemt.')).toBeVisible();
		await page.goto(admin.address('/indstillinger'));
		await expect(smallest).toHaveValue('20');
		await expect(page.getByText('Nu står det her igen.')).toHaveCount(0);
		await context.close();
	});
}
