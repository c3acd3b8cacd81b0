import { firstVisit } from './support/visit.ts';
import { sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

/** Over the wire, headers and all, until the network is idle. */
const ALL_MAX_BYTES = 55_000;
/** Of scripts as they are compressed. */
const SCRIPTS_MAX_BYTES = 40_000;

test.use({ viewport: { width: 360, height: 740 } });

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
