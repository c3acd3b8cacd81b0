import { keptSection, settled } from './support/phone.ts';
import { make, save, TWO } from './support/pictures.ts';
import { expect, test } from './support/wired.ts';

test.use({ serviceWorkers: 'allow' });

test('after one visit a picture is made, kept and opened again without network @long', async ({
	page,
	wired: { wire, home }
}) => {
	test.slow();
	const pictures = `${home}/mit-billede`;
	await page.goto(pictures);
	await settled(page);
	await keptSection(page, 'mit-billede');
	wire.up(false);
	await page.context().setOffline(true);

	await make(page, TWO, pictures);
	await page.getByLabel(/Jeg finder selv vejen/).check();
	await page.getByLabel('Hvad vil du gøre?').fill('Ringe til rideskolen');
	await save(page);
	await page.reload();
	await expect(page.getByLabel(/Jeg finder selv vejen/)).toBeChecked();
	await page.goto(pictures);
	await page.getByRole('button', { name: /^Åbn ?: Billede fra/ }).click();
	await page.getByText('Billedet i ord').first().click();
	await expect(page.getByText('Mit næste skridt: Ringe til rideskolen.')).toBeVisible();

	// What needs the network says so, and nothing is lost.
	await page.getByRole('button', { name: 'Ja, tæl mit billede med' }).click();
	await expect(page.getByText('Det kom ikke af sted. Prøv igen')).toBeVisible();
	await page.getByRole('link', { name: 'Del med en, du vælger' }).click();
	await page.getByRole('button', { name: 'Lås og del' }).click();
	await expect(page.getByText('Du har ikke internet lige nu. Gem billedet i en fil')).toBeVisible();
	await page.goto(`${pictures}/laas`);
	await expect(page.getByRole('button', { name: 'Lås mine billeder' })).toBeVisible();
});
