import type { Page } from '@playwright/test';
import type { Language } from '../../src/lib/i18n/messages.ts';
import { handOver, noteNotAsked, press } from './handover.ts';
import type { Site } from './site.ts';
import { caseworker, startByCode, startCode, tabletRound } from './tablet.ts';
import { expect } from './test.ts';
import { caseworkerWords, wordsOf } from './words.ts';

/** Looks at what stands on the screen. */
export type Look = (name: string, window?: Page) => Promise<void>;

/** All that a caseworker may see on the tablet of a site in which nothing is yet, one after the other. */
export async function caseworkersFaces(page: Page, site: Site, look: Look): Promise<void> {
	await tabletRound(site);
	const desk = await caseworker(site);
	await page.context().clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await page.goto(`${site.url}/stevns/tablet`);
	await expect(page.getByRole('textbox', { name: 'Startkode' })).toBeVisible();
	await look('start');
	await page.getByRole('textbox', { name: 'Startkode' }).fill('ABCD-EFGH');
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByRole('alert')).toContainText('Koden passer ikke');
	await look('start, a wrong code');
	await startByCode(page, desk, '2026-05/job');
	await look('ready');
	await press(page, [{ tap: caseworkerWords.notAsked }]);
	await look('the short list');
	await press(page, [{ tap: caseworkerWords.notAsked }]);
	await noteNotAsked(page, 'difficult-meeting');
	await look('noted');
	await handOver(page, 'da', { kind: 'declines' });

	const other = await page.context().newPage();
	await other.goto(`${site.url}/stevns/tablet`);
	await expect(other.getByText('åben i et andet vindue')).toBeVisible();
	await look('another window', other);
	await other.close();

	const key = /name="tablet" value="(\w+)"/.exec(await (await desk.get('/tablets')).text())?.[1];
	await desk.post('/tablets?/revoke', { tablet: key ?? '', sure: 'revokeTablet' });
	await page.context().clock.fastForward(300_000);
	await expect(page.getByRole('alert')).toContainText('Tabletten er lukket');
	await look('closed');
	await page.getByRole('button', { name: 'Start tabletten igen' }).click();
	await look('start, with what waits');
	await page.getByRole('textbox', { name: 'Startkode' }).fill(await startCode(desk, '2026-05/job'));
	await page.getByRole('button', { name: 'Start tabletten' }).click();
}

/** All that a citizen may see on it, in a language that the municipality offers. */
export async function citizensFaces(
	page: Page,
	site: Site,
	language: Language,
	seen: Look
): Promise<void> {
	const { name, m, t } = wordsOf(language);
	const { clock } = page.context();
	/** However long it takes to look, nobody's screen lies untouched meanwhile. */
	const look: Look = async (face) => {
		const touching = await page.evaluate(() =>
			Number(setInterval(() => dispatchEvent(new Event('pointerdown')), 5_000))
		);
		await seen(face);
		await page.evaluate((id) => clearInterval(id), touching);
	};
	await tabletRound(site);
	await clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await startByCode(page, await caseworker(site), '2026-05/job');
	await press(page, [{ tap: caseworkerWords.give }]);
	await look('languages');
	await press(page, [{ tap: name }]);
	await look('the promise');
	await press(page, [{ tap: m.form.begin }, { choose: ['answer-a', '4'] }]);
	await look('a statement');
	await press(page, [{ tap: t.decline }]);
	await look('rather not');
	await press(page, [{ tap: t.leaving.back }]);
	for (let skipped = 0; skipped < 4; skipped++) await press(page, [{ tap: m.form.skip }]);
	await press(page, [{ write: 'Tak for kaffe. Min mail er kurt@example.dk' }]);
	await look('the comment');
	await press(page, [{ tap: m.form.next }]);
	await look('before sending');
	await press(page, [{ tap: m.form.reviewFirst }]);
	await look('a look through');
	await clock.fastForward(61_000);
	await expect(page.getByRole('alertdialog')).toBeVisible();
	// It asks for as long as it is looked at.
	await clock.setFixedTime(await page.evaluate(() => Date.now()));
	await seen('nobody there');
	await clock.resume();
	await press(page, [{ tap: t.idle.stay }, { tap: t.home }]);
	await look('rather at home');
	await press(page, [{ tap: t.leaving.later.confirm }]);
	await look('the code to take home');
	await press(page, [{ tap: t.code.done }]);
	await look('thanks');
}
