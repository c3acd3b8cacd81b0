import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { press } from './support/answering.ts';
import { counted, since } from './support/boxes.ts';
import { openRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const COMMENT = 'Hun sagde "tak" & <smilede>.\nDet hjalp.';

test('an answer that its municipality cannot take is sent again when it can, with all that was typed @long', async ({
	another,
	page
}) => {
	test.slow();
	const site = await another();
	const round = await openRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	await page.goto(`${site.url}/stevns/en/svar/2026-05`);
	await page.getByRole('radio', { name: 'Completely agree' }).first().check();
	await page.getByLabel('Your comment').fill(COMMENT);

	const keys = join(site.variables.KEYS_DIR ?? '', 'stevns');
	renameSync(keys, `${keys}.aside`);
	const title = page.getByRole('heading', { level: 1 });
	await press(page, /^Send my/);
	await expect(title).toHaveText('The page cannot be shown right now');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('input[name="comment"]')).toHaveValue(COMMENT);
	await press(page, 'Try again');
	await expect(title).toHaveText('The page cannot be shown right now');

	renameSync(`${keys}.aside`, keys);
	await expect(async () => {
		await press(page, 'Try again');
		await expect(title).toHaveText(/Thank you/, { timeout: 1000 });
	}).toPass();
	expect(since(before, await counted(site, 'stevns', round))).toMatchObject({ 'open a:5': 1 });
});
