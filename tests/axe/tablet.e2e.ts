import type { Page } from '@playwright/test';
import type { Language } from '../../src/lib/i18n/messages.ts';
import { handOver, noteNotAsked, press } from '../support/handover.ts';
import { stands } from '../support/pages.ts';
import { caseworker, startByCode, startCode, tabletRound } from '../support/tablet.ts';
import { expect, test } from '../support/test.ts';
import { caseworkerWords, wordsOf } from '../support/words.ts';

const HELD = [
	{ width: 1180, height: 820 },
	// 200 per cent of the upright one.
	{ width: 410, height: 590 },
	{ width: 820, height: 1180 }
];

/** However the tablet is held. */
const look = (page: Page, name: string): Promise<void> => stands(page, name, HELD);

test('the caseworker’s face: nothing for axe to find, and no scrolling sideways', async ({
	another,
	page,
	context
}) => {
	const site = await another();
	await tabletRound(site);
	const desk = await caseworker(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await page.goto(`${site.url}/stevns/tablet`);
	await expect(page.getByRole('textbox', { name: 'Startkode' })).toBeVisible();
	await look(page, 'start');
	await page.getByRole('textbox', { name: 'Startkode' }).fill('ABCD-EFGH');
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByRole('alert')).toContainText('Koden passer ikke');
	await look(page, 'start, a wrong code');
	await startByCode(page, desk, '2026-05/job');
	await look(page, 'ready');
	await press(page, [{ tap: caseworkerWords.notAsked }]);
	await look(page, 'the short list');
	await press(page, [{ tap: caseworkerWords.notAsked }]);
	await noteNotAsked(page, 'difficult-meeting');
	await look(page, 'noted');
	await handOver(page, 'da', { kind: 'declines' });

	const other = await context.newPage();
	await other.goto(`${site.url}/stevns/tablet`);
	await expect(other.getByText('åben i et andet vindue')).toBeVisible();
	await look(other, 'another window');
	await other.close();

	const key = /name="tablet" value="(\w+)"/.exec(await (await desk.get('/tablets')).text())?.[1];
	await desk.post('/tablets?/revoke', { tablet: key ?? '', sure: 'revokeTablet' });
	await context.clock.fastForward(300_000);
	await expect(page.getByRole('alert')).toContainText('Tabletten er lukket');
	await look(page, 'closed');
	await page.getByRole('button', { name: 'Start tabletten igen' }).click();
	await look(page, 'start, with what waits');
	await page.getByRole('textbox', { name: 'Startkode' }).fill(await startCode(desk, '2026-05/job'));
	await page.getByRole('button', { name: 'Start tabletten' }).click();
});

for (const language of ['da', 'let', 'en', 'xr'] satisfies Language[]) {
	test(`the citizen’s face in ${language}: nothing for axe to find, and no scrolling sideways`, async ({
		another,
		page,
		context
	}) => {
		const { name, m, t } = wordsOf(language);
		const site = await another();
		await tabletRound(site);
		await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
		await startByCode(page, await caseworker(site), '2026-05/job');
		await press(page, [{ tap: caseworkerWords.give }]);
		await look(page, 'languages');
		await press(page, [{ tap: name }]);
		await look(page, 'the promise');
		await press(page, [{ tap: m.form.begin }, { choose: ['answer-a', '4'] }]);
		await look(page, 'a statement');
		await press(page, [{ tap: t.decline }]);
		await look(page, 'rather not');
		await press(page, [{ tap: t.leaving.back }]);
		for (let skipped = 0; skipped < 4; skipped++) await press(page, [{ tap: m.form.skip }]);
		await press(page, [{ write: 'Tak for kaffe. Min mail er kurt@example.dk' }]);
		await look(page, 'the comment');
		await press(page, [{ tap: m.form.next }]);
		await look(page, 'before sending');
		await press(page, [{ tap: m.form.reviewFirst }]);
		await look(page, 'a look through');
		await context.clock.fastForward(61_000);
		await expect(page.getByRole('alertdialog')).toBeVisible();
		await look(page, 'nobody there');
		await press(page, [{ tap: t.idle.stay }, { tap: t.home }]);
		await look(page, 'rather at home');
		await press(page, [{ tap: t.leaving.later.confirm }]);
		await look(page, 'the code to take home');
		await press(page, [{ tap: t.code.done }]);
		await look(page, 'thanks');
	});
}
