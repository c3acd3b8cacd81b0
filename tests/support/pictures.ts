import { expect, type Page } from '@playwright/test';

export const HOME = '/stevns/mit-billede';
export const TWO = {
	'Arbejde og det, jeg kan': 'Jeg har en idé, men ikke en start',
	'Helbred og kræfter': 'Jeg har få gode timer'
};

/** Makes a picture by what a person sees: areas, a description of each, and on to the picture. */
export async function make(
	page: Page,
	said: { [area: string]: string },
	home = HOME
): Promise<void> {
	await page.goto(home);
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await choose(page, said);
}

export async function choose(page: Page, said: { [area: string]: string }): Promise<void> {
	for (const area of Object.keys(said)) await page.getByLabel(area, { exact: true }).check();
	await page.getByRole('button', { name: 'Næste' }).click();
	for (const [area, step] of Object.entries(said)) {
		await expect(page.getByRole('heading', { name: area, exact: true })).toBeVisible();
		// A press right after a step changed does nothing, and a person presses again.
		await expect(() => page.getByLabel(step, { exact: true }).check()).toPass();
		await page.getByRole('button', { name: /^(Næste|Se mit billede)$/ }).click();
	}
	await expect(page.getByRole('group', { name: 'Hvor vil du sætte dit mærke?' })).toBeVisible();
}

export async function save(page: Page, words = 'Billedet er gemt på denne telefon.') {
	await page.getByRole('button', { name: 'Gem på denne telefon' }).click();
	await expect(page.getByText(words)).toBeVisible();
}

export async function lock(page: Page, passphrase: string): Promise<void> {
	await page.goto(`${HOME}/laas`);
	await page.getByLabel('Kodeord', { exact: true }).fill(passphrase);
	await page.getByLabel('Kodeord en gang til').fill(passphrase);
	await page.getByRole('button', { name: 'Lås mine billeder' }).click();
	await expect(page.getByText('Dine billeder er låst med et kodeord.')).toBeVisible();
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
	await page.getByLabel('Kodeord').fill(passphrase);
	await page.getByRole('button', { name: 'Lås op' }).click();
}
