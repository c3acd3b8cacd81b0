import type { Page } from '@playwright/test';
import { offer } from '../support/languages.ts';
import { caseworkersFaces, citizensFaces, type Look } from '../support/tablet-faces.ts';
import { test } from '../support/test.ts';
import { Walk } from './modes.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 1_800_000 });

const looking =
	(walk: Walk, page: Page): Look =>
	(name, window = page) =>
		walk.look(window, `tablet, ${name}`);

test('the tablet in a caseworker’s hands', async ({ another, page }) => {
	const walk = new Walk();
	await caseworkersFaces(page, await another(), looking(walk, page));
	walk.done();
});

for (const language of ['da', 'ar'] as const) {
	test(`the tablet in a citizen’s hands in ${language}`, async ({ another, page }) => {
		const walk = new Walk();
		const site = await another();
		await offer(site, 'stevns', 'da,ar');
		await citizensFaces(page, site, language, looking(walk, page));
		walk.done();
	});
}
