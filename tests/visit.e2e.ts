import type { Browser } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { offer } from './support/languages.ts';
import { settled } from './support/phone.ts';
import { firstVisit } from './support/visit.ts';
import { sharedRound } from './support/round.ts';
import type { Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** Over the wire, headers and all, until the network is idle. */
const ALL_MAX_BYTES = 55_000;
/** Of scripts as they are compressed. */
const SCRIPTS_MAX_BYTES = 40_000;

test.use({ serviceWorkers: 'allow', viewport: { width: 360, height: 740 } });

test('a first visit to the answering page weighs no more than it may', async ({ site, page }) => {
	const round = await sharedRound(site, 'stevns');
	const visit = await firstVisit(page, `${site.url}/stevns/svar/${round.id}`);
	console.log(visit.lines.join('\n'));
	expect(visit.fonts).toEqual([]);
	expect(visit.scripts).toBeLessThanOrEqual(SCRIPTS_MAX_BYTES);
	expect(visit.bytes).toBeLessThanOrEqual(ALL_MAX_BYTES);
	// What was left out is there when it is needed.
	await page.getByRole('button', { name: 'Begynd' }).click();
	await expect(page.getByText('Udsagn 1 af 4')).toBeVisible();
});

test('no error is made while a page wakes: for its stack a phone reads all of the code once more', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	await page.addInitScript(() => {
		const made: string[] = [];
		Object.assign(globalThis, { made });
		for (const name of ['Error', 'TypeError', 'SyntaxError', 'DOMException'] as const) {
			const own = globalThis[name];
			Object.assign(globalThis, {
				[name]: new Proxy(own, {
					construct: (target, given: unknown[], as: never) => {
						made.push(`${name} ${String(given[0])}`);
						return Reflect.construct(target, given, as) as object;
					}
				})
			});
		}
	});
	await page.goto(`/stevns/svar/${round.id}`);
	await settled(page);
	const seen = () => page.evaluate(() => (globalThis as unknown as { made: string[] }).made);
	expect(await seen()).toEqual([]);
	// What is looked at is what an error is made by.
	await page.evaluate(() => new Error('one'));
	expect(await seen()).toEqual(['Error one']);
});

/** Every language there is, but for the mirrored one of tests. */
const LANGUAGES = readdirSync('src/lib/i18n/messages').filter((each) => each !== 'xr');
const pathOf = (language: string) => (language === 'da' ? '' : `/${language}`);

const sizeOf = (language: string) =>
	statSync(`src/lib/i18n/messages/${language}/citizen.json`).size;
const HEAVIEST = LANGUAGES.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 2);

/** Where a municipality offers all languages there are, and in letters of which each weighs two or three bytes. */
test('nor does one in the heaviest languages', async ({ another, browser }) => {
	await weigh(await another(), browser, HEAVIEST);
});

test('nor does one in any language @long', async ({ another, browser }) => {
	expect(LANGUAGES.length).toBeGreaterThan(10);
	await weigh(await another(), browser, LANGUAGES);
});

async function weigh(site: Site, browser: Browser, languages: readonly string[]): Promise<void> {
	const round = await sharedRound(site, 'stevns');
	await offer(site, 'stevns', LANGUAGES.join());
	const visits = [];
	for (const language of languages) {
		const page = await (
			await browser.newContext({ viewport: { width: 360, height: 740 } })
		).newPage();
		const address = `${site.url}/stevns${pathOf(language)}/svar/${round.id}`;
		const { bytes, scripts } = await firstVisit(page, address);
		await expect(page.locator('html')).toHaveAttribute(
			'lang',
			language === 'let' ? 'da' : language
		);
		visits.push({ language, bytes, scripts });
		await page.context().close();
	}
	console.log(visits.map((each) => Object.values(each).join('  ')).join('\n'));
	expect(
		visits.filter(({ bytes, scripts }) => bytes > ALL_MAX_BYTES || scripts > SCRIPTS_MAX_BYTES)
	).toEqual([]);
}

test('a device keeps the words of the languages that were read on it, and of no other @long', async ({
	another,
	page
}) => {
	const site = await another();
	await sharedRound(site, 'stevns');
	await offer(site, 'stevns', LANGUAGES.join());
	const worker = await (await page.request.get(`${site.url}/service-worker.js`)).text();
	const files = new Map<string, Set<string>>();
	for (const [entry] of worker.matchAll(/\{[^{}]*"url":[^{}]*\}/g)) {
		const { url, section = '' } = JSON.parse(entry) as { url: string; section?: string };
		files.set(section, (files.get(section) ?? new Set()).add(`/${url}`));
	}
	const ofLanguage = (language: string) => files.get(`sprog-${language}`) ?? new Set<string>();
	const kept = async () =>
		new Set(
			await page.evaluate(async () => {
				const all = await Promise.all(
					(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
				);
				return all.flat().map(({ url }) => new URL(url).pathname);
			})
		);
	const read = new Set<string>([...(files.get('') ?? [])]);
	for (const language of ['da', 'ar', 'ti']) {
		await page.goto(`${site.url}/stevns${pathOf(language)}`);
		await settled(page);
		const wanted = [...ofLanguage(language)];
		expect(wanted.length > 5).toBe(language !== 'da');
		await expect
			.poll(async () => {
				const there = await kept();
				return wanted.filter((url) => !there.has(url));
			})
			.toEqual([]);
		for (const url of wanted) read.add(url);
		const others = LANGUAGES.flatMap((each) => [...ofLanguage(each)]).filter(
			(url) => !read.has(url)
		);
		expect(others.length).toBeGreaterThan(20);
		const there = await kept();
		expect([language, others.filter((url) => there.has(url))]).toEqual([language, []]);
	}
});
