import { expect, test, type Page } from '@playwright/test';
import { demo, demoFolder, type Demo } from '../support/demo.ts';
import { citizenPages } from '../support/pages.ts';
import { save, TWO, choose } from '../support/pictures.ts';
import { Walk } from './modes.ts';

const LANGUAGES = ['da', 'ar'];
const PLACE = '/stevns';

const folder = demoFolder();
let running: Demo;
test.describe.configure({ mode: 'default', timeout: 1_800_000 });
test.beforeAll(async () => {
	test.setTimeout(600_000);
	running = await demo(folder.path);
});
test.afterAll(async () => {
	await running.stop();
	folder.clear();
});

const at = (language: string, path: string): string =>
	`${running.url}${PLACE}${language === 'da' ? '' : `/${language}`}${path}`;

async function rounds(page: Page): Promise<{ open: string; closed: string }> {
	const reply = await page.request.get(`${running.url}${PLACE}/api/v1/handout.json`);
	const all = ((await reply.json()) as { rounds: { id: string; channels: string[] }[] }).rounds;
	return { open: all[0]?.id ?? '', closed: all.at(-1)?.id ?? '' };
}

/** One page of each kind that a page links to, below an address. */
async function kinds(page: Page, from: string, below: string): Promise<string[]> {
	await page.goto(from);
	const links = await page
		.getByRole('main')
		.getByRole('link')
		.evaluateAll((all) => all.map((each) => new URL((each as HTMLAnchorElement).href).pathname));
	const inside = links.filter((path) => path.includes(below));
	return [...new Map(inside.map((path) => [path.replace(/\/[^/]+$/, ''), path])).values()];
}

for (const language of LANGUAGES) {
	test(`ordinary pages in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open, closed } = await rounds(page);
		const outside = language === 'da' ? [`${running.url}/`, `${running.url}/was`] : [];
		const inside = [...citizenPages(open), `/svar/${closed}`, '/was', '/rapporter', '/maal'];
		for (const address of [...outside, ...inside.map((path) => at(language, path))]) {
			await page.goto(address, { waitUntil: 'networkidle' });
			await walk.look(page, address.replace(running.url, ''));
		}
		walk.done();
	});

	test(`pages of figures, goals and reports in ${language}`, async ({ page }) => {
		const walk = new Walk();
		for (const below of ['/resultater', '/maal', '/rapporter']) {
			for (const path of await kinds(page, at(language, below), `${below}/`)) {
				await page.goto(running.url + path, { waitUntil: 'networkidle' });
				await walk.look(page, path);
			}
		}
		expect(walk.seen).toBeGreaterThan(0);
		walk.done();
	});

	test(`every step of an answer in ${language}`, async ({ page }) => {
		const walk = new Walk();
		const { open } = await rounds(page);
		await page.goto(at(language, `/svar/${open}`), { waitUntil: 'networkidle' });
		const shown = page.locator('.step.current');
		const on = shown.locator('.actions .button-primary');
		await page.locator('main .button-primary').filter({ visible: true }).first().click();
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
		for (const path of [
			'',
			'/omraader',
			'/omraader/arbejde',
			'/billedet',
			'/sammen',
			'/del',
			'/laas',
			'/stoetten'
		]) {
			await page.goto(at(language, `/mit-billede${path}`), { waitUntil: 'networkidle' });
			await walk.look(page, `/mit-billede${path} in ${language}`);
		}
		walk.done();
	});
}
