import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const HOME = '/stevns/mit-billede';
const NOTE = 'Jeg sover dårligt, når vejen er våd';

/** Makes a picture with a note and shares it; the link, and what is to be typed. */
async function share(
	page: Page,
	opens = '2 gange'
): Promise<{ link: string; code: string; words: string }> {
	await page.goto(HOME);
	await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
	await page.getByLabel('Helbred og kræfter').check();
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByLabel('Jeg har få gode timer').check();
	await page.getByLabel('Skriv, hvis du vil fortælle mere').fill(NOTE);
	await page.getByRole('button', { name: 'Se mit billede' }).click();
	await page.getByRole('link', { name: 'Del med en, du vælger' }).click();
	await expect(
		page.getByText('Det, du viser din sagsbehandler, kan blive skrevet i din sag.')
	).toBeVisible();
	await page.getByLabel('Hvor mange gange må det åbnes?').selectOption(opens);
	await page.getByLabel('Lav også en kode, der kan skrives af').check();
	await page.getByRole('button', { name: 'Lås og del' }).click();
	await expect(page.getByRole('heading', { name: 'Klar til at blive åbnet' })).toBeFocused();
	const [code = '', words = ''] = await page.locator('dd').allInnerTexts();
	return {
		link: await page.getByLabel('Link').inputValue(),
		code: code.trim(),
		words: words.trim()
	};
}
/** Somebody else's browser. */
async function elsewhere(browser: Browser, base: string): Promise<Page> {
	return (await browser.newContext({ baseURL: base })).newPage();
}
const openIt = (page: Page) => page.getByRole('button', { name: 'Åbn billedet' }).click();

test('a link opens the picture elsewhere, as often as was chosen and no more', async ({
	page,
	browser,
	site
}) => {
	const { link } = await share(page);
	for (const outcome of [NOTE, NOTE, 'Billedet er åbnet det antal gange']) {
		const other = await elsewhere(browser, site.url);
		await other.goto(link);
		await openIt(other);
		await expect(other.getByText(outcome).first()).toBeVisible();
		expect(other.url()).not.toContain('#');
		await other.context().close();
	}
});

test('code and words open it too; a mistyped word is found before anything is asked', async ({
	page,
	browser,
	site
}) => {
	const { code, words } = await share(page, '1 gang');
	const other = await elsewhere(browser, site.url);
	const asked: string[] = [];
	other.on('request', (request) => {
		if (request.method() === 'POST') asked.push(request.url());
	});
	await other.goto(`${HOME}/aabn`);
	// On a keyboard of full-width letters.
	const wide = code.replace(/[2-9A-Z]/g, (each) =>
		String.fromCharCode(each.charCodeAt(0) + 0xfee0)
	);
	expect(wide).not.toBe(code);
	await other.getByLabel('Kode').fill(wide);
	await other.getByLabel(/ord med mellemrum/).fill(`${words}x`);
	await openIt(other);
	await expect(other.getByText('er ikke et af de ord, vi bruger')).toBeVisible();
	expect(asked).toEqual([]);
	await other.getByLabel(/ord med mellemrum/).fill(words.toUpperCase().replaceAll(' ', ' \u00ad '));
	await openIt(other);
	await expect(other.getByText(NOTE).first()).toBeVisible();
	await other.context().close();
});

test('a wrong key, a withdrawn one and a changed one get kind pages that reveal nothing', async ({
	page,
	browser,
	site
}) => {
	const { link } = await share(page);
	const other = await elsewhere(browser, site.url);
	const attempt = async (address: string, words: string) => {
		await other.goto('about:blank');
		await other.goto(address);
		await openIt(other);
		await expect(other.getByText(words)).toBeVisible();
		await expect(other.getByText(NOTE)).toHaveCount(0);
	};
	const wrong = link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA');
	await attempt(wrong, 'Vi kan ikke åbne et billede med det link');
	await attempt(
		`${link.slice(0, 10 + link.indexOf('#'))}xyz`,
		'Vi kan ikke åbne et billede med det link'
	);
	await other.route('**/delinger/*', async (route) => {
		const reply = await route.fetch();
		const body: unknown = await reply.json();
		const text = JSON.stringify(body).replace(
			/("ciphertext":".{60})(.)/,
			(_, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A')
		);
		await route.fulfill({ response: reply, body: text });
	});
	await attempt(link, 'Billedet er blevet ændret på vejen');
	await other.unroute('**/delinger/*');
	await page.getByRole('button', { name: 'Træk det tilbage' }).click();
	await expect(page.getByRole('button', { name: 'Lås og del' })).toBeVisible();
	await attempt(link, 'Billedet er trukket tilbage');
	await other.context().close();
});

test('the server’s file and traffic hold no key and no cleartext', async ({ page, site }) => {
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(request.postData() ?? '');
		sent.push(request.url());
	});
	const { link, words } = await share(page);
	const [, key = ''] = /\.([^.]+)$/.exec(link) ?? [];
	expect(key).toHaveLength(43);
	const db = site.file('stevns');
	const rows = JSON.stringify(db.prepare('select * from share').all());
	db.close();
	for (const text of [...sent, rows]) {
		expect(text).not.toContain(key);
		expect(text).not.toContain(words);
		expect(text).not.toContain('sover');
		expect(text).not.toContain('few-good-hours');
	}
	expect(sent.some((text) => text.includes('ciphertext'))).toBe(true);
});

test('when its days are over, a picture is gone, and that is said kindly', async ({
	page,
	browser,
	another
}) => {
	const early = await another();
	const sharer = await elsewhere(browser, early.url);
	const { link } = await share(sharer);
	await sharer.context().close();
	await early.stop();
	const { DATA_DIR = '', KEYS_DIR = '' } = early.variables;
	const late = await another({ DATA_DIR, KEYS_DIR, TODAY: '2026-05-23' });
	await page.goto(link.replace(early.url, late.url));
	await openIt(page);
	await expect(page.getByText('Tiden er gået, så billedet er slettet.')).toBeVisible();
	await expect(page.getByText(NOTE)).toHaveCount(0);
});
