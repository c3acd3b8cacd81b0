import { asleep } from './support/asleep.ts';
import { invent, signIn } from './support/invented.ts';
import { leavesAxeNothing } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test('on a phone the menu lies behind a button, and is gone when a page is chosen @long', async ({
	another,
	browser
}) => {
	const site = await another();
	await invent(site);
	const page = await signIn(await browser.newContext(), site, 'leader');
	await page.setViewportSize({ width: 360, height: 740 });
	// Opened before the page comes to life it stays open.
	const wake = await asleep(page);
	await page.goto(`${site.url}/stevns/intern`, { waitUntil: 'commit' });
	const menu = page.getByRole('navigation', { name: 'Medarbejdersider' });
	await page.getByRole('button', { name: 'Menu' }).click();
	await expect(menu).toBeVisible();
	wake();
	await page.waitForLoadState('networkidle');
	await expect(menu).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();

	// The keyboard alone opens it, leaves it and chooses in it.
	await page.getByRole('button', { name: 'Menu' }).focus();
	await page.keyboard.press('Enter');
	await expect(menu).toBeVisible();
	await leavesAxeNothing(page, 'the open menu');
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/intern/maalinger');
	await expect(menu).toBeHidden();

	await page.setViewportSize({ width: 820, height: 1180 });
	await expect(menu).toBeVisible();
	await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
});
