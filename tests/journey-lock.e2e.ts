import { HOME, lock, make, save, TWO, unlock } from './support/pictures.ts';
import { dumpOfOnesOwn } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** Where pictures are kept, once there are any. */
const PLACES = /indexedDB mit-billede|"mit-billede/;
const PASSPHRASE = 'blå heste på taget';

test('the code lock hides names and contents, and opens with its passphrase alone', async ({
	page
}) => {
	await make(page, TWO);
	await page.getByLabel('Navn på billedet').fill('Efter ferien');
	await save(page);
	await lock(page, PASSPHRASE);
	const rows = await dumpOfOnesOwn(page);
	expect(rows).not.toMatch(/ferien|few-good-hours|heste/);
	expect(rows).toContain('600000');

	await page.goto(HOME);
	await expect(page.getByText('Efter ferien')).toHaveCount(0);
	await unlock(page, 'røde heste på taget');
	await expect(page.getByText('Det kodeord passer ikke.')).toBeVisible();
	await unlock(page, PASSPHRASE);
	await expect(page.getByRole('heading', { name: 'Efter ferien' })).toBeVisible();

	await page.goto(`${HOME}/laas`);
	await unlock(page, PASSPHRASE);
	await page.getByRole('button', { name: 'Fjern låsen' }).click();
	await expect(page.getByRole('button', { name: 'Lås mine billeder' })).toBeVisible();
	await page.goto(HOME);
	await expect(page.getByRole('heading', { name: 'Efter ferien' })).toBeVisible();
});

test('two passphrases that differ, and one that is too short, lock nothing', async ({ page }) => {
	await page.goto(`${HOME}/laas`);
	const set = async (first: string, second: string, words: string) => {
		await page.getByLabel('Kodeord', { exact: true }).fill(first);
		await page.getByLabel('Kodeord en gang til').fill(second);
		await page.getByRole('button', { name: 'Lås mine billeder' }).click();
		await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
	};
	await set('kort', 'kort', 'Kodeordet er for kort');
	await set(PASSPHRASE, 'blå heste på hustag', 'De to kodeord er ikke ens');
	expect(await dumpOfOnesOwn(page)).not.toMatch(PLACES);
});

test('what is unfinished waits behind the lock, sealed, when the page is loaded anew', async ({
	page
}) => {
	await lock(page, PASSPHRASE);
	await page.getByRole('link', { name: 'Tilbage' }).click();
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await page.getByLabel('Penge', { exact: true }).check();
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByLabel('Skriv, hvis du vil fortælle mere').fill('Rudekuverter');
	await page.getByRole('button', { name: 'Se mit billede' }).click();
	await expect(page.getByRole('group', { name: 'Hvor vil du sætte dit mærke?' })).toBeVisible();
	expect(await dumpOfOnesOwn(page)).not.toMatch(/Rudekuverter|"money"/);
	await page.reload();
	await unlock(page, PASSPHRASE);
	await page.getByText('Billedet i ord').first().click();
	await expect(page.getByText('Jeg har skrevet: Rudekuverter.')).toBeVisible();
});

test('a phone that was put down locks itself, and nothing is lost', async ({ page }) => {
	await page.clock.install();
	await make(page, TWO);
	await page.getByRole('link', { name: 'Mine billeder' }).click();
	await page.getByRole('link', { name: 'Lås med et kodeord' }).click();
	await page.getByLabel('Kodeord', { exact: true }).fill(PASSPHRASE);
	await page.getByLabel('Kodeord en gang til').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Lås mine billeder' }).click();
	await expect(page.getByText('Dine billeder er låst med et kodeord.')).toBeVisible();
	await page.goto(`${HOME}/billedet`);
	await unlock(page, PASSPHRASE);
	await page.getByLabel('Hvad vil du gøre?').fill('Noget privat');
	await page.clock.runFor(290_000);
	await expect(page.getByLabel('Hvad vil du gøre?')).toHaveValue('Noget privat');
	await page.keyboard.press('Shift');
	await page.clock.runFor(290_000);
	await expect(page.getByLabel('Hvad vil du gøre?')).toBeVisible();
	await page.clock.runFor(20_000);
	await expect(page.getByRole('heading', { name: 'Dine billeder er låst' })).toBeVisible();
	await expect(page.getByText('Noget privat')).toHaveCount(0);
	await unlock(page, PASSPHRASE);
	await expect(page.getByLabel('Hvad vil du gøre?')).toHaveValue('Noget privat');
});

test('whoever has forgotten the passphrase is told so, and can begin anew', async ({ page }) => {
	await make(page, TWO);
	await save(page);
	await lock(page, PASSPHRASE);
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Jeg har glemt kodeordet' }).click();
	await expect(page.getByText('Så kan billederne ikke åbnes.')).toBeVisible();
	await page.getByRole('button', { name: 'Ja, slet det hele' }).click();
	await expect(
		page.getByRole('heading', { name: 'Sådan kan det se ud: et eksempel' })
	).toBeVisible();
	expect(await dumpOfOnesOwn(page)).not.toMatch(PLACES);
});
