import { readFileSync } from 'node:fs';
import { choose, HOME, make, save, TWO } from './support/pictures.ts';
import { dumpOfOnesOwn } from './support/storage.ts';
import { openRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

/** Where pictures are kept, once there are any. */
const PLACES = /indexedDB mit-billede|"mit-billede/;
/** What a picture, a share or a database of them would leave; and that somebody has been there. */
const TRACES =
	/særligt|few-good-hours|expiresOn|"mit-billede|indexedDB mit-billede|section-mit-billede|model\.json/;

test('deleting everything leaves no trace on the device', async ({ page }) => {
	await make(page, TWO);
	await page.getByLabel('Hvad vil du gøre?').fill('Et helt særligt skridt');
	expect(await dumpOfOnesOwn(page)).toContain('Et helt særligt skridt');
	await save(page);
	await page.getByRole('link', { name: 'Del med en, du vælger' }).click();
	await page.getByRole('button', { name: 'Lås og del' }).click();
	await expect(page.getByRole('heading', { name: 'Klar til at blive åbnet' })).toBeFocused();
	const all = await dumpOfOnesOwn(page);
	expect(all).toContain('Et helt særligt skridt');
	expect(all).toContain('few-good-hours');
	expect(all).toContain('expiresOn');
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Slet alle mine billeder' }).click();
	await page.getByRole('button', { name: 'Ja, slet det hele' }).click();
	await expect(page.getByText('Alt er slettet fra denne telefon.')).toBeVisible();
	expect(await dumpOfOnesOwn(page)).not.toMatch(TRACES);
	await page.goto('/stevns');
	expect(await dumpOfOnesOwn(page)).not.toMatch(TRACES);
});

test('looking around without keeping anything leaves no trace', async ({ page }) => {
	await page.goto(HOME);
	await page.getByRole('link', { name: /Se, hvilken støtte der findes/ }).click();
	await expect(page.getByRole('heading', { name: 'Jeg finder selv vejen' })).toBeVisible();
	expect(await dumpOfOnesOwn(page)).not.toMatch(PLACES);
});

test('a picture is renamed, taken home in a file, deleted, and read again', async ({ page }) => {
	await make(page, TWO);
	await save(page);
	await page.goto(HOME);
	await page.getByRole('button', { name: /^Giv nyt navn/ }).click();
	await page.getByLabel('Navn på billedet').fill('I dag');
	await page.getByRole('button', { name: 'Gem navnet' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Gem mine billeder i en fil' }).click();
	const path = await (await downloading).path();
	expect(readFileSync(path, 'utf8')).toContain('"name": "I dag"');
	await page.getByRole('button', { name: /^Slet ?: I dag/ }).click();
	await page.getByRole('button', { name: 'Ja, slet billedet' }).click();
	await expect(
		page.getByRole('heading', { name: 'Sådan kan det se ud: et eksempel' })
	).toBeVisible();
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
	await choose(page, TWO);
	await page.getByLabel('Hvad vil du gøre?').fill('Noget privat');
	await expect(page.getByRole('button', { name: 'Gem på denne telefon' })).toHaveCount(0);
	expect(await dumpOfOnesOwn(page)).not.toMatch(/privat|few-good-hours/);
	await page.clock.runFor(185_000);
	await expect(page.getByText('Er du der stadig?')).toBeVisible();
	await page.clock.runFor(30_000);
	await expect(page.getByRole('button', { name: 'Lav et nyt billede' })).toBeVisible();
	await page.goBack();
	await expect(page.getByText('Noget privat')).toHaveCount(0);
	expect(await dumpOfOnesOwn(page)).not.toMatch(/privat|few-good-hours/);
});

test('a shared screen stays shared when the page is loaded anew, until somebody says it is theirs', async ({
	page
}) => {
	await page.goto(`${HOME}#faelles`);
	await expect(page.getByText('Fælles skærm: Intet bliver gemt her.')).toBeVisible();
	await page.goto(`${HOME}/billedet`);
	await expect(page.getByText('Fælles skærm: Intet bliver gemt her.')).toBeVisible();
	await make(page, TWO);
	await expect(page.getByText('Fælles skærm: Intet bliver gemt her.')).toBeVisible();
	await page.getByRole('button', { name: 'Jeg er færdig' }).click();
	await page.getByRole('button', { name: 'Nej, det er kun mig, der bruger den' }).click();
	await make(page, TWO);
	await save(page);
});

test('what was made on a shared screen is taken away by QR code, and is then gone from it', async ({
	page,
	browser,
	site
}) => {
	await page.goto(`${HOME}#faelles`);
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await choose(page, TWO);
	await page.getByRole('link', { name: 'Tag det med på min telefon' }).click();
	await page.getByRole('button', { name: 'Lås og del' }).click();
	await expect(page.getByRole('img', { name: 'Scan koden med telefonen' })).toBeVisible();
	const link = await page.getByLabel('Link').inputValue();
	const phone = await (await browser.newContext({ baseURL: site.url })).newPage();
	await phone.goto(link);
	await phone.getByRole('button', { name: 'Åbn billedet' }).click();
	await phone.getByRole('button', { name: 'Det er mit: Gem på denne telefon' }).click();
	await expect(phone.getByText('Jeg har få gode timer').first()).toBeVisible();
	expect(await dumpOfOnesOwn(phone)).toContain('few-good-hours');
	await phone.context().close();
	await page.getByRole('button', { name: 'Jeg er færdig' }).click();
	await expect(
		page.getByRole('heading', { name: 'Sådan kan det se ud: et eksempel' })
	).toBeVisible();
	expect(await dumpOfOnesOwn(page)).not.toMatch(/few-good-hours|expiresOn/);
});

test('whoever answers fetches nothing of the picture', async ({ another, page }) => {
	const site = await another();
	const { id } = await openRound(site, 'stevns');
	const fetched: string[] = [];
	page.on('response', (reply) => {
		if (/\.(js|json)$/.test(new URL(reply.url()).pathname)) fetched.push(reply.url());
	});
	/** What only a picture's code lock says, and the document that only a picture is drawn of. */
	const ofThePicture = async () => {
		const found: string[] = [];
		for (const url of fetched) {
			const file = await page.request.get(url);
			if (url.includes('/model.json') || (await file.text()).includes('PBKDF2')) found.push(url);
		}
		return found;
	};
	await page.goto(`${site.url}/stevns`, { waitUntil: 'networkidle' });
	await page.goto(`${site.url}/stevns/svar/${id}`, { waitUntil: 'networkidle' });
	await expect(page.getByRole('button', { name: 'Begynd' })).toBeVisible();
	expect(fetched.length).toBeGreaterThan(5);
	expect(await ofThePicture()).toEqual([]);
	await page.goto(site.url + HOME, { waitUntil: 'networkidle' });
	expect(await ofThePicture()).not.toEqual([]);
});
