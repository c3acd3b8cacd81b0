import { stands } from '../support/pages.ts';
import { choose, HOME, save, TWO } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

test('every page of a picture: nothing for axe to find, and no scrolling sideways', async ({
	page
}) => {
	test.setTimeout(400_000);
	await page.goto(HOME);
	await stands(page, 'home, empty');
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await page.getByRole('button', { name: 'Næste' }).click();
	await stands(page, 'areas, none chosen');
	await page.getByLabel('Penge', { exact: true }).check();
	await page.getByRole('button', { name: 'Næste' }).click();
	await stands(page, 'one area');
	await page.goBack();
	await page.getByLabel('Penge', { exact: true }).uncheck();
	await choose(page, TWO);
	await page.getByLabel(/Jeg finder selv vejen/).check();
	await page.getByText('Billedet i ord').first().click();
	await save(page);
	await stands(page, 'the picture');
	await page.getByRole('button', { name: 'Lav et nyt billede ud fra dette' }).click();
	await page.goto(`${HOME}/billedet`);
	await page
		.getByRole('group', { name: 'Læg et tidligere billede under' })
		.getByRole('checkbox')
		.check();
	await stands(page, 'the picture over an earlier one');

	await page.getByRole('link', { name: 'Tal om det sammen nu' }).click();
	await stands(page, 'together, before');
	await page.getByRole('button', { name: 'Giv skærmen til din sagsbehandler' }).click();
	await page.getByRole('radio').first().check();
	await stands(page, 'together, theirs');
	await page.getByRole('button', { name: 'Vis begge billeder' }).click();
	await stands(page, 'together, both');
	await page.getByLabel('Delmål').fill('Et besøg');
	await page.getByRole('button', { name: 'Gem aftalerne i mit billede' }).click();
	await page.getByLabel('Vis også det, din sagsbehandler valgte').check();
	await stands(page, 'the picture with agreements');

	await page.getByRole('link', { name: 'Del med en, du vælger' }).click();
	await page.getByLabel('Lav også en kode, der kan skrives af').check();
	await stands(page, 'sharing');
	await page.getByRole('button', { name: 'Lås og del' }).click();
	await expect(page.getByRole('heading', { name: 'Klar til at blive åbnet' })).toBeFocused();
	await stands(page, 'shared');
	const link = await page.getByLabel('Link').inputValue();
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Slet alle mine billeder' }).click();
	await stands(page, 'home, with pictures and shares, asking');

	await page.goto(`${HOME}/aabn`);
	await page.getByRole('button', { name: 'Åbn billedet' }).click();
	await stands(page, 'opening, mistyped');
	await page.goto('about:blank');
	await page.goto(link);
	await page.getByRole('button', { name: 'Åbn billedet' }).click();
	await expect(
		page.getByRole('heading', { name: 'Et billede, der er delt med dig' })
	).toBeVisible();
	await stands(page, 'opened');

	for (const path of ['/stoetten', '/laas', '/tal']) {
		await page.goto(HOME + path);
		await stands(page, path);
	}
	await page.goto(`${HOME}/laas`);
	await page.getByLabel('Kodeord', { exact: true }).fill('blå heste på taget');
	await page.getByLabel('Kodeord en gang til').fill('blå heste på taget');
	await page.getByRole('button', { name: 'Lås mine billeder' }).click();
	await expect(page.getByText('Dine billeder er låst med et kodeord.')).toBeVisible();
	await stands(page, 'the lock is set');
	await page.getByRole('button', { name: 'Lås nu' }).click();
	await page.getByRole('button', { name: 'Jeg har glemt kodeordet' }).click();
	await stands(page, 'locked, and forgotten');
	await page.goto(`${HOME}/billedet#faelles`);
	await stands(page, 'a shared screen, without a picture');
});

for (const language of ['let', 'en', 'xr']) {
	test(`a picture in ${language}: nothing for axe to find, and no scrolling sideways`, async ({
		page
	}) => {
		await page.goto(`/stevns/${language}/mit-billede`);
		await page.locator('main .button-primary').click();
		await page.getByRole('checkbox').first().waitFor();
		for (const box of await page.getByRole('checkbox').all()) await box.check();
		await stands(page, 'areas');
		await page.locator('form .button-primary').click();
		for (let area = 1; area <= 10; area++) {
			await expect(page).toHaveURL(/omraader\/\w+/);
			await page
				.getByRole('radio')
				.nth(area % 5)
				.check();
			const here = page.url();
			await page.locator('form .button-primary').click();
			await expect(page).not.toHaveURL(here);
		}
		await page.getByRole('radio').nth(4).check();
		await stands(page, 'the picture');
		for (const path of ['del', 'sammen', 'aabn', 'stoetten', 'laas', 'tal']) {
			await page.goto(`/stevns/${language}/mit-billede/${path}`);
			await stands(page, path);
		}
	});
}

test('from right to left the whole picture is turned round', async ({ page }) => {
	await page.setViewportSize({ width: 820, height: 1180 });
	const first = async (home: string) => {
		await page.goto(home);
		await page.getByRole('button', { name: /Lav et nyt billede$/ }).click();
		await page.getByRole('checkbox').first().check();
		await page.locator('form .button-primary').click();
		// The next page has a button of the same kind.
		await page.waitForURL(/\/omraader\/./);
		await page.locator('form .button-primary').click();
		const places = page.getByRole('img').locator('.place:visible');
		const [one, last] = [await places.first().boundingBox(), await places.last().boundingBox()];
		return (one?.x ?? 0) - (last?.x ?? 0);
	};
	expect(await first('/stevns/xr/mit-billede')).toBeGreaterThan(0);
	expect(await first('/stevns/mit-billede')).toBeLessThan(0);
});
