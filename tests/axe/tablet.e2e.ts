import type { Page } from '@playwright/test';
import type { Language } from '../../src/lib/i18n/messages.ts';
import { stands } from '../support/pages.ts';
import { caseworkersFaces, citizensFaces, type Look } from '../support/tablet-faces.ts';
import { test } from '../support/test.ts';

const HELD = [
	{ width: 1180, height: 820 },
	// 200 per cent of the upright one.
	{ width: 410, height: 590 },
	{ width: 820, height: 1180 }
];

/** However the tablet is held. */
const looking =
	(page: Page): Look =>
	(name, window = page) =>
		stands(window, name, HELD);

test('the caseworker’s face: nothing for axe to find, and no scrolling sideways', async ({
	another,
	page
}) => caseworkersFaces(page, await another(), looking(page)));

for (const language of ['da', 'let', 'en', 'xr'] satisfies Language[]) {
	test(`the citizen’s face in ${language}: nothing for axe to find, and no scrolling sideways`, async ({
		another,
		page
	}) => citizensFaces(page, await another(), language, looking(page)));
}
