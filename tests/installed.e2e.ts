import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { PRECACHE_MAX_BYTES } from '../src/build/precache.ts';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { fillIn, press, settled } from './support/phone.ts';
import { nextRelease } from './support/release.ts';
import { expect, test } from './support/wired.ts';

test.use({ serviceWorkers: 'allow' });

const MESSAGES = 'src/lib/i18n/messages';
const parts = (language: string): string[] =>
	readdirSync(`${MESSAGES}/${language}`).map((file) => file.replace('.json', ''));
/** Parts in more than one language are read by citizens; what is in Danish alone is staff's. */
const CITIZENS = parts('en');
const STAFFS = parts('da').filter((part) => !CITIZENS.includes(part));

type Entry = { url: string; section?: string };
type Manifest = {
	name: string;
	start_url: string;
	icons: { src: string; sizes: string; purpose: string }[];
	screenshots: { src: string; sizes: string }[];
};

test('the installed app starts cold without network @long', async ({ wired: { wire, home } }) => {
	const profile = mkdtempSync(join(tmpdir(), 'oejenhoejde-profile-'));
	const start = (...more: string[]) =>
		chromium.launchPersistentContext(profile, {
			executablePath: chromiumPath,
			args: [...chromiumArgs, ...more]
		});
	const before = await start();
	const [page = await before.newPage()] = before.pages();
	await page.goto(home);
	await settled(page);
	await before.close();

	wire.up(false);
	const app = await start(`--app=${home}`);
	const window = app.pages()[0] ?? (await app.waitForEvent('page'));
	// The shell has no windows of apps: there the app's own start is opened.
	if (window.url() === 'about:blank') await window.goto(home);
	await expect(window.getByRole('heading', { level: 1 })).toHaveText(/Hvordan var din samtale/);
	await app.close();
	rmSync(profile, { recursive: true });
});

test('Chromium finds nothing that keeps it from installing, and each language its own start @long', async ({
	page,
	request,
	wired: { home }
}) => {
	const cdp = await page.context().newCDPSession(page);
	for (const [path, start] of [
		['', '/stevns'],
		['/en', '/stevns/en']
	]) {
		await page.goto(home + path);
		await settled(page);
		const { errors } = await cdp.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
		expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
		const href = await page.locator('link[rel=manifest]').getAttribute('href');
		const manifest = (await (await request.get(new URL(href ?? '', home).href)).json()) as Manifest;
		expect(manifest.name).toBe('Øjenhøjde – Stevns Kommune');
		expect(manifest.start_url).toBe(start);
		expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
		for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
			const picture = await request.get(new URL(src, home).href);
			expect([src, picture.status()]).toEqual([src, 200]);
			if (!src.endsWith('.png')) continue;
			const bytes = await picture.body();
			expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
		}
	}
});

test('what is precached weighs little and holds no staff code', async ({
	request,
	wired: { home }
}) => {
	const worker = await (await request.get(new URL('/service-worker.js', home).href)).text();
	const entries = JSON.parse(/\[\{"revision":.*?\}\]/.exec(worker)?.[0] ?? '[]') as Entry[];
	expect(entries.length).toBeGreaterThan(20);
	const citizens = new Set(CITIZENS.flatMap(texts));
	const said = [...citizens].join('\n');
	const staffWords = STAFFS.flatMap((part) =>
		texts(part).flatMap((text) => (said.includes(text) ? [] : { part, text }))
	);
	expect(staffWords.length).toBeGreaterThan(500);
	// A tablet that is handed over works without network, and its caseworker's side too.
	const caseworkers = new Set(texts('caseworker'));
	const bytes: { [section: string]: number } = {};
	for (const { url, section = '' } of entries) {
		const reply = await request.get(new URL(`/${url}`, home).href);
		expect([url, reply.status()]).toEqual([url, 200]);
		const body = await reply.body();
		bytes[section] = (bytes[section] ?? 0) + brotliCompressSync(body).length;
		const text = body.toString();
		const found = staffWords.filter(
			({ text: words }) => text.includes(words) && !(section === 'tablet' && caseworkers.has(words))
		);
		expect([url, found]).toEqual([url, []]);
	}
	console.log('precached, bytes over the wire:', bytes);
	expect(bytes['']).toBeLessThanOrEqual(PRECACHE_MAX_BYTES);
});

test(
	'a new version is offered in words, never in the middle of an answer, and takes over when asked',
	{ tag: '@long' },
	async ({ page, wired: { home, round, restart, counted } }) => {
		test.slow();
		await page.goto(home);
		await settled(page);
		await page.goto(`${home}/svar/${round.id}`);
		await fillIn(page);

		const release = nextRelease();
		await restart({}, release.build);
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update();
		});
		await expect.poll(() => waits(page)).toBe(true);
		const offer = page.getByRole('button', { name: 'Hent den' });
		await expect(offer).toBeHidden();
		await press(page);
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		expect(counted()).toBe(1);

		await expect(page.getByText('Der er kommet en ny udgave af siden.')).toBeVisible();
		await offer.click();
		// Loaded anew, by the code that has the next release's names.
		await expect
			.poll(() => page.content().catch(() => 'on its way'))
			.toMatch(/entry\/start\.[\w-]{8}1\.js/);
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		await expect(offer).toBeHidden();
		// Of the version before, nothing is left on the device.
		const names = await page.evaluate(async () => {
			const found: string[] = [];
			for (const name of await caches.keys())
				for (const { url } of await (await caches.open(name)).keys()) found.push(url);
			return found.filter((url) => url.includes('/_app/'));
		});
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((url) => !/1\.(js|css)/.test(url))).toEqual([]);
		release.clear();
	}
);

/** Whether a new version has come and stands in line. */
const waits = (page: Page): Promise<boolean> =>
	page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** What staff read on their screens: words that are long enough to be theirs alone. */
function texts(part: string): string[] {
	const flat = (value: unknown): string[] =>
		typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);
	const all = flat(JSON.parse(readFileSync(`${MESSAGES}/da/${part}.json`, 'utf8')));
	return all.filter((text) => text.length > 20 && !text.includes('{'));
}
