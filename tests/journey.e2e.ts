import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './support/test.ts';

const HOME = '/stevns/mit-billede';

/** Makes a picture by what a person sees: areas, a description of each, and on to the picture. */
async function make(page: Page, said: { [area: string]: string }, home = HOME): Promise<void> {
	await page.goto(home);
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await choose(page, said);
}
async function choose(page: Page, said: { [area: string]: string }): Promise<void> {
	for (const area of Object.keys(said)) await page.getByLabel(area, { exact: true }).check();
	await page.getByRole('button', { name: 'Næste' }).click();
	for (const [area, step] of Object.entries(said)) {
		await expect(page.getByRole('heading', { name: area, exact: true })).toBeVisible();
		await page.getByLabel(step, { exact: true }).check();
		await page.getByRole('button', { name: /^(Næste|Se mit billede)$/ }).click();
	}
	await expect(page.getByRole('group', { name: 'Hvor vil du sætte dit mærke?' })).toBeVisible();
}
const two = {
	'Arbejde og det, jeg kan': 'Jeg har en idé, men ikke en start',
	'Helbred og kræfter': 'Jeg har få gode timer'
};
const save = async (page: Page, words = 'Billedet er gemt på denne telefon.') => {
	await page.getByRole('button', { name: 'Gem på denne telefon' }).click();
	await expect(page.getByText(words)).toBeVisible();
};
/** Everything that this browser keeps of the site, as text. */
const kept = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const found: unknown[] = [{ ...sessionStorage }, { ...localStorage }];
		for (const { name = '' } of await indexedDB.databases()) {
			found.push(name);
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			for (const store of db.objectStoreNames) {
				const rows = db.transaction(store).objectStore(store).getAll();
				found.push(await new Promise((resolve) => (rows.onsuccess = () => resolve(rows.result))));
			}
			db.close();
		}
		return JSON.stringify(found);
	});

test('a picture is made, suggested upon, marked, saved and said in words', async ({ page }) => {
	await make(page, two);
	await expect(page.getByRole('heading', { name: 'Programmets forslag' })).toBeVisible();
	await expect(page.getByText('Fordi du har valgt »Jeg har få gode timer«.').first()).toBeVisible();
	await expect(page.getByLabel('Jeg vil ikke sætte et mærke')).toBeChecked();

	await page.getByLabel('Jeg finder selv vejen (mellem to job eller kort tid væk)').check();
	await page.getByLabel('Hvad vil du gøre?').fill('Ringe til rideskolen');
	await page.getByLabel('Hvornår?').fill('2026-12-10');
	await page.getByText('Billedet i ord').first().click();
	await expect(page.getByText('Jeg har sat mit mærke ved »Jeg finder selv vejen«.')).toBeVisible();
	await expect(
		page.getByText(
			'Mit næste skridt: Ringe til rideskolen. Det vil jeg gøre senest 10. december 2026.'
		)
	).toBeVisible();
	await save(page);
	await page.reload();
	await page.goto(HOME);
	await expect(page.getByRole('heading', { name: /^Billede fra / })).toBeVisible();
});

test('the marker is moved by pointer, by keyboard, and dragged away', async ({ page }) => {
	await page.setViewportSize({ width: 1000, height: 900 });
	await make(page, two);
	const drawing = page.getByRole('img', { name: /Mit billede, tegnet/ });
	const places = drawing.locator('.place');
	await places.nth(2).click();
	await expect(page.getByLabel(/Der er flere ting på én gang/)).toBeChecked();
	await page.getByLabel(/Der er flere ting på én gang/).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByLabel('Jeg kan arbejde, når jeg får den rette støtte')).toBeChecked();

	await drawing.scrollIntoViewIfNeeded();
	const marker = await drawing.locator('.marker').boundingBox();
	const target = await places.nth(0).boundingBox();
	if (!marker || !target) throw new Error('not drawn');
	const drag = async (x: number, y: number) => {
		const at = await drawing.locator('.marker circle').boundingBox();
		if (!at) throw new Error('no marker');
		await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
		await page.mouse.down();
		await page.mouse.move(x, y, { steps: 5 });
		await page.mouse.up();
	};
	await drag(target.x + target.width / 2, target.y + target.height / 2);
	await expect(page.getByLabel(/Jeg finder selv vejen/)).toBeChecked();
	await drag(target.x + target.width / 2, target.y - 60);
	await expect(page.getByLabel('Jeg vil ikke sætte et mærke')).toBeChecked();
});

test('an earlier picture is laid underneath, and what has moved is said', async ({ page }) => {
	await make(page, two);
	await save(page);
	await page.getByRole('button', { name: 'Lav et nyt billede ud fra dette' }).click();
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByLabel('Jeg prøver noget af').check();
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByRole('button', { name: 'Se mit billede' }).click();
	await page
		.getByRole('group', { name: 'Læg et tidligere billede under' })
		.getByRole('checkbox')
		.check();
	await expect(
		page.getByText(
			'Arbejde og det, jeg kan: Før valgte du »Jeg har en idé, men ikke en start«. Nu vælger du »Jeg prøver noget af«.'
		)
	).toBeVisible();
	await expect(page.getByText('Helbred og kræfter: Du vælger det samme som før')).toBeVisible();
});

test('deleting everything leaves no trace on the device', async ({ page }) => {
	await make(page, two);
	await page.getByLabel('Hvad vil du gøre?').fill('Et helt særligt skridt');
	expect(await kept(page)).toContain('Et helt særligt skridt');
	await save(page);
	expect(await kept(page)).toContain('Et helt særligt skridt');
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Slet alle mine billeder' }).click();
	await page.getByRole('button', { name: 'Ja, slet det hele' }).click();
	await expect(page.getByText('Alt er slettet fra denne telefon.')).toBeVisible();
	const left = await kept(page);
	expect(left).not.toContain('mit-billede');
	expect(left).not.toContain('særligt');
	await page.reload();
	expect(await kept(page)).not.toContain('mit-billede');
});

test('looking around without keeping anything leaves no trace', async ({ page }) => {
	await page.goto(HOME);
	await page.getByRole('link', { name: /Se, hvilken støtte der findes/ }).click();
	await expect(page.getByRole('heading', { name: 'Jeg finder selv vejen' })).toBeVisible();
	expect(await kept(page)).not.toContain('mit-billede');
});

test('the code lock hides names and contents, and opens with its passphrase alone', async ({
	page
}) => {
	await make(page, two);
	await page.getByLabel('Navn på billedet').fill('Efter ferien');
	await save(page);
	await page.goto(`${HOME}/laas`);
	await page.getByLabel('Kodeord', { exact: true }).fill('blå heste på taget');
	await page.getByLabel('Kodeord en gang til').fill('blå heste på taget');
	await page.getByRole('button', { name: 'Lås mine billeder' }).click();
	await expect(page.getByText('Dine billeder er låst med et kodeord.')).toBeVisible();
	const rows = await kept(page);
	expect(rows).not.toMatch(/ferien|few-good-hours|heste/);
	expect(rows).toContain('600000');

	await page.goto(HOME);
	await page.getByLabel('Kodeord').fill('røde heste på taget');
	await page.getByRole('button', { name: 'Lås op' }).click();
	await expect(page.getByText('Det kodeord passer ikke.')).toBeVisible();
	await page.getByLabel('Kodeord').fill('blå heste på taget');
	await page.getByRole('button', { name: 'Lås op' }).click();
	await expect(page.getByRole('heading', { name: 'Efter ferien' })).toBeVisible();
});

test('a picture is renamed, taken home in a file, deleted, and read again', async ({ page }) => {
	await make(page, two);
	await save(page);
	await page.goto(HOME);
	await page.getByRole('button', { name: /Giv .* et nyt navn/ }).click();
	await page.getByLabel('Navn på billedet').fill('I dag');
	await page.getByRole('button', { name: 'Gem navnet' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Gem mine billeder i en fil' }).click();
	const path = await (await downloading).path();
	expect(readFileSync(path, 'utf8')).toContain('"name": "I dag"');
	await page.getByRole('button', { name: 'Slet »I dag«' }).click();
	await page.getByRole('button', { name: 'Ja, slet billedet' }).click();
	await expect(page.getByText('Du har ikke gemt nogen billeder her endnu.')).toBeVisible();
	await page.getByLabel('Hent billeder fra en fil').setInputFiles(path);
	await expect(page.getByRole('heading', { name: 'I dag' })).toBeVisible();
	await page
		.getByLabel('Hent billeder fra en fil')
		.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
	await expect(page.getByText('Vi kan ikke læse filen.')).toBeVisible();
});

test('nothing is kept on a shared screen, and walking away wipes it', async ({ page }) => {
	await page.clock.install();
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Det her er en fælles skærm' }).click();
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await choose(page, two);
	await page.getByLabel('Hvad vil du gøre?').fill('Noget privat');
	expect(await kept(page)).not.toContain('privat');
	await page.clock.runFor(185_000);
	await expect(page.getByText('Er du der stadig?')).toBeVisible();
	await page.clock.runFor(30_000);
	await expect(page.getByRole('button', { name: 'Lav et nyt billede' })).toBeVisible();
	await page.goBack();
	await expect(page.getByText('Noget privat')).toHaveCount(0);
});

test('the caseworker places their own view without seeing the citizen’s', async ({ page }) => {
	await make(page, two);
	await page.getByRole('link', { name: 'Tal om det sammen nu' }).click();
	await expect(
		page.getByText('Det, du viser din sagsbehandler, kan blive skrevet i din sag.')
	).toBeVisible();
	await page.getByRole('button', { name: 'Giv skærmen til din sagsbehandler' }).click();
	await expect(page.getByRole('heading', { name: 'Til dig, der er sagsbehandler' })).toBeFocused();
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await expect(page.getByRole('img', { name: /Mit billede/ })).toHaveCount(0);
	const fields = page.getByRole('main').getByRole('group');
	await fields.nth(0).getByLabel('Jeg har en idé, men ikke en start').check();
	await fields.nth(1).getByLabel('Jeg kan noget, når der tages hensyn').check();
	await page.getByRole('button', { name: 'Vis begge billeder' }).click();
	await expect(
		page.getByText('I har begge valgt »Jeg har en idé, men ikke en start«.')
	).toBeVisible();
	await expect(
		page.getByText(
			'Her ser I det forskelligt: »Jeg har få gode timer« og »Jeg kan noget, når der tages hensyn«.'
		)
	).toBeVisible();
	await page.getByLabel('Delmål').fill('Et besøg på rideskolen');
	await page.getByLabel('Hvad skal der ske?').fill('Vi ringer sammen');
	await page.getByLabel('Hvem gør det?').fill('Mette');
	await page.getByRole('button', { name: 'Gem aftalerne i mit billede' }).click();
	await expect(page.getByRole('heading', { name: 'Vores aftaler' })).toBeVisible();
	await expect(
		page.getByRole('listitem').filter({ hasText: 'Vi har aftalt: Et besøg på rideskolen.' })
	).toBeVisible();
});
