import type { Page } from '@playwright/test';
import { counted, since } from './support/boxes.ts';
import { offer as offerIn, said as saidIn } from './support/languages.ts';
import { lix } from './support/lix.ts';
import { citizenPages, sideways } from './support/pages.ts';
import { settled } from './support/phone.ts';
import { sharedRound } from './support/round.ts';
import type { Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

test.use({ serviceWorkers: 'allow', viewport: { width: 360, height: 740 } });

const PLACE = 'slagelse';
const said = (language: string, part: string, key: string): string =>
	saidIn(language, 'citizen', part, key);
const offer = (site: Site, languages: string) => offerIn(site, PLACE, languages);

/** Another language, by the menu in the page's head or at a step. */
async function change(page: Page, name: string): Promise<void> {
	await page.locator('.tools summary').filter({ visible: true }).click();
	await page.getByRole('link', { name, exact: true }).filter({ visible: true }).click();
}

const shown = (page: Page) => page.locator('.step.current');

test('a draft is offered only where the municipality has chosen it @long', async ({
	another,
	page
}) => {
	const site = await another();
	await sharedRound(site, PLACE);
	const asked = async () => (await page.goto(`${site.url}/${PLACE}/uk`))?.status();
	expect(await asked()).toBe(404);
	await offer(site, 'da,uk');
	expect(await asked()).toBe(200);
	await expect(page.getByRole('banner')).toContainText(
		`${said('uk', 'layout', 'draft')} · Oversat uden korrektur`
	);
	await page.goto(`${site.url}/${PLACE}`);
	await expect(page.getByRole('banner')).not.toContainText('Oversat uden korrektur');
});

for (const [language, dir, other, otherName] of [
	['ar', 'rtl', 'uk', 'Українська'],
	['uk', 'ltr', 'ar', 'العربية']
] as const) {
	test(`a whole answer in ${language}: begun, gone on with in ${other}, sent without network @long`, async ({
		site,
		page,
		context
	}) => {
		test.slow();
		const round = await sharedRound(site, PLACE);
		await offer(site, 'da,let,en,ar,uk');
		const before = await counted(site, PLACE, round);
		await page.goto(`/${PLACE}/${language}`);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await page.goto(`/${PLACE}/${language}/svar/${round.id}`);
		await page.getByRole('button', { name: said(language, 'form', 'begin') }).click();
		await expect(shown(page)).toHaveAttribute('data-step', '1');
		// The same words in Danish, so that caseworker and citizen can talk about them.
		const danish = shown(page).locator('p[lang=da]');
		await expect(danish).toBeHidden();
		await shown(page)
			.getByText(said(language, 'form', 'danish'), { exact: true })
			.click();
		await expect(danish).toBeVisible();
		await expect(danish).toHaveAttribute('dir', 'ltr');
		const steps = await page.locator('[data-step]').count();
		for (let step = 1; step < steps - 3; step++) {
			await expect(shown(page)).toHaveAttribute('data-step', `${step}`);
			await shown(page).getByRole('radio').nth(4).check();
			await shown(page)
				.getByRole('button', { name: said(language, 'form', 'next') })
				.click();
		}
		// What was low is met with a word, and with a number to call; nobody asks why.
		await expect(shown(page)).toContainText(said(language, 'form', 'comfort'));
		expect(await shown(page).locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
		await shown(page).locator('textarea').fill('Дякую شكراً');
		await change(page, otherName);
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		await expect(shown(page).locator('textarea')).toHaveValue('Дякую شكراً');
		await settled(page);
		await context.setOffline(true);
		await shown(page)
			.getByRole('button', { name: said(other, 'form', 'next') })
			.click();
		await shown(page)
			.getByRole('button', { name: said(other, 'form', 'send') })
			.click();
		await expect(page).toHaveURL(/\/tak/);
		await context.setOffline(false);
		await expect
			.poll(async () => since(before, await counted(site, PLACE, round))['open answered'])
			.toBe(1);
	});
}

/** What is written with Latin letters on a page of another script, what is marked as another language aside. */
const latin = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const own = document.documentElement.lang;
		const found: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const holder = node.parentElement;
			if (!holder || holder.closest('script, style, noscript')) continue;
			if (holder.closest('[lang]')?.getAttribute('lang') !== own) continue;
			found.push(...(node.textContent?.match(/[A-Za-zÆØÅæøå]{2,}/g) ?? []));
		}
		return found;
	});
/** Names of places and offices, of plans and of what a round was called, and what is called so everywhere. */
const NAMES = [
	...[
		'Slagelse',
		'Stevns',
		'stevns',
		'glostrup',
		'vejen',
		'soenderborg',
		'Kommune',
		'Beskæftigelsesplan',
		'Forår',
		'Øjenhøjde'
	],
	...['Ankestyrelsen', 'Livslinien', 'Datatilsynet', 'Tværfagligt', 'velfærdsprogram', 'TVP'],
	// What a benefit is called in the letters that people get stands behind what it is.
	...['dagpenge', 'kontanthjælp', 'ressourceforløb', 'revalidering', 'fleksjob'],
	...[
		'CPR',
		'MitID',
		'SMS',
		'QR',
		'PDF',
		'CSV',
		'XLSX',
		'CC',
		'BY',
		'CI',
		'EU',
		'Wilson',
		'ABCDE',
		'TL'
	],
	...['Safari', 'iOS', 'Chrome', 'Edge', 'Firefox'],
	// An address on paper, as it is typed.
	...[
		'http',
		'https',
		'www',
		'dk',
		'datatilsynet',
		'slagelse',
		'ar',
		'resultater',
		'loefter',
		'rapporter',
		'kalender',
		'maal'
	]
];

test('no Danish word stands on an Arabic page of a citizen @long', async ({ site, page }) => {
	test.slow();
	const round = await sharedRound(site, PLACE);
	await offer(site, 'da,let,en,ar,uk');
	const all: { [path: string]: string[] } = {};
	const more = ['/maal', '/was', '/mit-billede/omraader', '/rapporter', '/rapporter/kalender'];
	for (const path of [...citizenPages(round.id), ...more]) {
		await page.goto(`/${PLACE}/ar${path}`);
		const words = (await latin(page)).filter((word) => !NAMES.includes(word));
		if (words.length > 0) all[path] = [...new Set(words)];
		expect([path, await sideways(page)]).toEqual([path, '']);
	}
	expect(all).toEqual({});
});

for (const [language, limit] of [
	['', 30],
	['/let', 24]
] as const) {
	test(`every page${language} is read with ease @long`, async ({ site, page }) => {
		test.slow();
		const round = await sharedRound(site, PLACE);
		const hard: string[] = [];
		for (const path of citizenPages(round.id)) {
			await page.goto(`/${PLACE}${language}${path}`);
			const texts = await page.evaluate(() =>
				[...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, label, legend)')]
					// What is quoted is said as the plan says it.
					.filter(
						(each) =>
							!each.closest('blockquote, bdi, [data-verbatim]') && !each.querySelector('p, li, dd')
					)
					.map((each) => (each as HTMLElement).innerText)
			);
			const measured = lix(texts);
			if (measured.words > 40 && measured.lix > limit)
				hard.push(`${path}: ${measured.lix.toFixed(1)}`);
		}
		expect(hard).toEqual([]);
	});
}

test('the accessibility statement has its address and its link', async ({ site, page }) => {
	await page.goto('/was');
	await expect(page.getByRole('link', { name: 'Slagelse' })).toHaveAttribute(
		'href',
		'/slagelse/was'
	);
	await page.goto(`/${PLACE}`);
	await page.getByRole('contentinfo').getByRole('link', { name: 'Tilgængelighed' }).click();
	await expect(page).toHaveURL(`${site.url}/${PLACE}/was`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tilgængelighedserklæring');
	await expect(
		page.getByRole('contentinfo').getByRole('link', { name: 'Dine rettigheder' })
	).toBeVisible();
});
