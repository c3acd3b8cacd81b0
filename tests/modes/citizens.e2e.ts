import { expect, test, type Page } from '@playwright/test';
import { LIMITS } from '../../src/lib/server/core/limits/throttle.ts';
import { withCheck } from '../../src/lib/survey/code.ts';
import { demoOfFile } from '../support/demo.ts';
import { citizenPages } from '../support/pages.ts';
import { choose, save, TWO } from '../support/pictures.ts';
import { Walk } from './modes.ts';
import { ROUTES, routeOf } from './routes.ts';

const LANGUAGES = ['da', 'ar'];
const PLACE = '/stevns';
/** Pages of a kind do not all lead to the same kinds: figures of a quarter that nobody may see lead nowhere. */
const OPENED_OF_A_KIND = 3;

test.describe.configure({ mode: 'default', timeout: 1_800_000 });
const running = demoOfFile();

const at = (language: string, path: string): string =>
	`${running.url}${PLACE}${language === 'da' ? '' : `/${language}`}${path}`;

async function rounds(page: Page): Promise<{ open: string; closed: string; prefix: string }> {
	const reply = await page.request.get(`${running.url}${PLACE}/api/v1/handout.json`);
	const all = ((await reply.json()) as { rounds: { id: string; prefix: string }[] }).rounds;
	return { open: all[0]?.id ?? '', closed: all.at(-1)?.id ?? '', prefix: all[0]?.prefix ?? '' };
}

const LETTERS = 'ACDEFGHJKM';
/** As a code is written, and nobody's. */
const wrongCode = (prefix: string, n: number): string =>
	withCheck(prefix, `CDEFG${LETTERS[Math.floor(n / 10)]}${LETTERS[n % 10]}`);

const ordinary = (open: string, closed: string): string[] => [
	...citizenPages(open),
	`/svar/${closed}`,
	'/was',
	'/maal',
	'/rapporter',
	'/rapporter/kalender'
];
const PICTURE = [
	'',
	'/omraader',
	'/omraader/arbejde',
	'/billedet',
	'/sammen',
	'/del',
	'/laas',
	'/stoetten',
	'/over-tid'
].map((path) => `/mit-billede${path}`);

for (const language of LANGUAGES) {
	test(`ordinary pages in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open, closed } = await rounds(page);
		const outside = language === 'da' ? [`${running.url}/`, `${running.url}/was`] : [];
		const inside = ordinary(open, closed).map((path) => at(language, path));
		for (const address of [...outside, ...inside]) {
			await page.goto(address, { waitUntil: 'networkidle' });
			await walk.look(page, address.replace(running.url, ''));
		}
		walk.done();
	});

	test(`what the ordinary pages lead to in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open, closed } = await rounds(page);
		const looked = new Set([...ordinary(open, closed), ...PICTURE].map(routeOf));
		const home = new URL(at(language, '')).pathname;
		const opened = new Map<string, number>();
		const waiting = ['/resultater', '/maal', '/rapporter', '/mit-billede/tal'];
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const route = routeOf(path) ?? '';
			const times = opened.get(route) ?? 0;
			if (route === '' || times >= OPENED_OF_A_KIND) continue;
			opened.set(route, times + 1);
			await page.goto(at(language, path), { waitUntil: 'networkidle' });
			const links = await page
				.getByRole('main')
				.getByRole('link')
				.evaluateAll((all) =>
					all.map((each) => new URL((each as HTMLAnchorElement).href).pathname)
				);
			waiting.push(
				...links
					// A file is no page.
					.filter((link) => link.startsWith(`${home}/`) && !/\.[a-z]+$/.test(link))
					.map((link) => link.slice(home.length))
			);
			if (looked.has(route)) continue;
			looked.add(route);
			await walk.look(page, `${path} in ${language}`);
		}
		walk.done();
		// That one is looked at by itself.
		expect(ROUTES.filter((route) => !looked.has(route))).toEqual(['/svar/[round]/vent']);
	});

	test(`an answer that has to wait in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open, prefix } = await rounds(page);
		const address = at(language, `/svar/${open}`);
		// It stands where an answer was sent to, by a network that has tried too many codes; its own address leads to the form.
		for (let n = 0; n < LIMITS['wrong-codes'].limit; n++)
			await page.request.post(`${address}?/send`, {
				form: { id: crypto.randomUUID(), code: wrongCode(prefix, n), 'answer-a': '4' },
				headers: { origin: running.url, accept: 'text/html' }
			});
		await page.goto(address, { waitUntil: 'networkidle' });
		const sent = page.waitForResponse((reply) => reply.request().method() === 'POST');
		await page.evaluate(
			(code) => {
				const form = document.createElement('form');
				form.method = 'post';
				form.action = '?/send';
				for (const [name, value] of Object.entries({
					id: crypto.randomUUID(),
					code,
					'answer-a': '4'
				})) {
					const field = document.createElement('input');
					Object.assign(field, { name, value });
					form.append(field);
				}
				document.body.append(form);
				form.submit();
			},
			wrongCode(prefix, 50)
		);
		expect((await sent).status()).toBe(429);
		await page.waitForLoadState('networkidle');
		await expect(page.locator('#survey [formaction="?/step"]').last()).toBeVisible();
		await walk.look(page, `an answer that has to wait in ${language}`);
		walk.done();
	});

	test(`every step of an answer in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open } = await rounds(page);
		await page.goto(at(language, `/svar/${open}`), { waitUntil: 'networkidle' });
		const shown = page.locator('.step.current');
		const on = shown.locator('.actions .button-primary');
		await page.locator('main .button-primary').filter({ visible: true }).first().click();
		await expect(shown).toHaveAttribute('data-step', '1');
		const steps = await page.locator('[data-step]').count();
		for (let step = 1; step < steps; step++) {
			await expect(shown).toHaveAttribute('data-step', `${step}`);
			const isStatement = (await shown.getByRole('radio').count()) > 4 && step < steps - 3;
			if (isStatement) await shown.getByRole('radio').nth(4).check();
			if (step === 1 || !isStatement) await walk.look(page, `step ${step} in ${language}`);
			if (step === steps - 2) break;
			await on.first().click();
		}
		walk.done();
	});

	test(`a picture in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const home = `${running.url}${PLACE}/mit-billede`;
		await page.goto(home);
		await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
		await choose(page, TWO);
		await page.getByLabel(/Jeg finder selv vejen/).check();
		await save(page);
		for (const path of PICTURE) {
			await page.goto(at(language, path), { waitUntil: 'networkidle' });
			await walk.look(page, `${path} in ${language}`);
		}
		walk.done();
	});
}
