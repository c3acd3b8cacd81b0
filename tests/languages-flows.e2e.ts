import type { Page } from '@playwright/test';
import { counted, since } from './support/boxes.ts';
import { handOver } from './support/handover.ts';
import { offer, said } from './support/languages.ts';
import { CODE_PLACE, codeRound, makeCodes } from './support/round.ts';
import { caseworker, keptOffline, startHere, tabletRound } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

/*
 * The ways to answer, and a picture that is shown to somebody: from beginning to end in two languages, one of which is read
 * from right to left. A whole answer on an own phone, without network and into another language midway: `languages.e2e.ts`.
 */

test.use({ serviceWorkers: 'allow', viewport: { width: 360, height: 740 } });

const PAIRS = [
	['ar', 'uk', 'rtl'],
	['uk', 'ar', 'ltr']
] as const;
const ALL = 'da,let,en,ar,uk';
const SEND_SECONDS = 310;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const [language, , dir] of PAIRS) {
	test(`a code from paper, typed and answered in ${language} @long`, async ({ site, page }) => {
		const place = CODE_PLACE;
		await offer(site, place, ALL);
		const round = await codeRound(site);
		const [code = ''] = await makeCodes(site, place, round, 1);
		const before = await counted(site, place, round);
		await page.goto(`/${place}/${language}/k`);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		// What is written with Latin letters is written from the left wherever it stands.
		await expect(page.locator('#code')).toHaveCSS('direction', 'ltr');
		await page.locator('#code').fill(code.toLowerCase());
		await press(page, said(language, 'trouble', 'code', 'go'));
		await expect(page).toHaveURL(new RegExp(`/${language}/svar/${round.id}$`));
		await press(page, said(language, 'citizen', 'form', 'begin'));
		const shown = page.locator('.step.current');
		await expect(shown).toHaveAttribute('data-step', '1');
		// As it is heard: a group by the name of its statement, and choices by their words alone.
		const statement = await shown.getByRole('heading', { level: 2 }).innerText();
		const progress = await shown.locator('.progress').innerText();
		await expect(shown.locator('fieldset').first()).toHaveAccessibleName(
			`${progress} ${statement}`
		);
		for (const choice of await shown.getByRole('radio').all())
			await expect(choice).toHaveAccessibleName(
				(await choice.locator('xpath=ancestor::label').innerText()).trim()
			);
		const steps = await page.locator('[data-step]').count();
		for (let step = 1; step < steps - 3; step++) {
			await expect(shown).toHaveAttribute('data-step', `${step}`);
			await shown.getByRole('radio').first().check();
			await shown.getByRole('button', { name: said(language, 'citizen', 'form', 'next') }).click();
		}
		await shown.getByRole('button', { name: said(language, 'citizen', 'form', 'next') }).click();
		await shown.getByRole('button', { name: said(language, 'citizen', 'form', 'send') }).click();
		await expect(page).toHaveURL(/\/tak/);
		await expect
			.poll(async () => since(before, await counted(site, place, round))['asked code:answered'])
			.toBe(1);
	});

	test(`on the municipality’s tablet in ${language}, without network @long`, async ({
		another,
		page,
		context
	}) => {
		test.slow();
		const site = await another();
		await offer(site, 'stevns', ALL);
		const round = await tabletRound(site);
		await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
		await page.setViewportSize({ width: 820, height: 1180 });
		await startHere(page, await caseworker(site));
		await keptOffline(page);
		const answers = ['5', '1', undefined, 'na'];
		await handOver(page, language, { kind: 'answers', answers });
		await context.setOffline(true);
		await handOver(page, language, { kind: 'answers', answers, changesMind: true });
		await handOver(page, language, { kind: 'declines' });
		await context.setOffline(false);
		// A tablet sends now and then, so that nobody hears when somebody has answered.
		await context.clock.fastForward(SEND_SECONDS * 1000);
		await expect
			.poll(async () => {
				const all = await counted(site, 'stevns', round);
				return ['a:5', 'b:1', 'tablet:answered', 'tablet:declined'].map(
					(each) => all[`asked ${each}`]
				);
			})
			.toEqual([2, 2, 2, 1]);
	});
}

for (const [language, other] of PAIRS) {
	test(`a picture made and shared in ${language} is opened in ${other} @long`, async ({
		site,
		page,
		browser
	}) => {
		test.slow();
		const place = 'stevns';
		const own = 'أنام قليلا · Сплю мало';
		await offer(site, place, ALL);
		const j = (part: string, key: string) => said(language, 'journey', part, key);
		await page.goto(`/${place}/${language}/mit-billede`);
		await press(page, j('home', 'start'));
		await page.getByRole('main').getByRole('checkbox').first().check();
		await press(page, j('areas', 'next'));
		await page.getByRole('main').getByRole('radio').first().check();
		await page.getByRole('textbox').first().fill(own);
		await press(page, j('place', 'done'));
		const drawing = page.getByRole('img', { name: j('picture', 'drawing') });
		await expect(drawing.filter({ visible: true })).toHaveCount(1);
		await page.getByRole('link', { name: j('picture', 'share') }).click();
		// Whoever has just come here is taken to read first: what is pressed at once is not meant, unless something was chosen.
		await page.getByLabel(j('share', 'withTyped')).check();
		await press(page, j('share', 'make'));
		await expect(page.getByRole('heading', { name: j('share', 'ready') })).toBeFocused();
		const link = await page.getByLabel(j('share', 'link'), { exact: true }).inputValue();

		const theirs = await (await browser.newContext({ baseURL: site.url })).newPage();
		const there = new URL(link);
		const path = there.pathname.replace(
			new RegExp(`^/${place}(/${language})?/`),
			`/${place}/${other}/`
		);
		await theirs.goto(path + there.hash);
		await press(theirs, said(other, 'journey', 'open', 'now'));
		await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
			said(other, 'journey', 'open', 'shownBy')
		);
		await expect(theirs.locator('html')).toHaveAttribute('lang', other);
		await expect(
			theirs
				.getByRole('img', { name: said(other, 'journey', 'picture', 'drawing') })
				.filter({ visible: true })
		).toHaveCount(1);
		// What was typed stays as it was written; all around it is in the language of whoever reads.
		await expect(theirs.getByText(own).first()).toBeVisible();
		await theirs.context().close();
	});
}
