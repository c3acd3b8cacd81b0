import { openedBox } from '../support/boxes.ts';
import { handOver, noteNotAsked } from '../support/handover.ts';
import { caseworker, keptOffline, startByCode, tabletRound } from '../support/tablet.ts';
import { expect, test } from './test.ts';

const DAYS = 7;
const SEND_SECONDS = 300;
const IN_ONE_REQUEST = 50;

// So often everything on the screen is more than a trace can hold.
test.use({ trace: 'off' });

test('a week without network: all outcomes wait, and are gone in a few requests', async ({
	another,
	page,
	context,
	outcomes
}, info) => {
	test.setTimeout(600_000);
	const site = await another();
	const round = await tabletRound(site);
	await context.clock.install({ time: '2026-05-13T08:00:00+02:00' });
	await startByCode(page, await caseworker(site), '2026-05/job');
	await keptOffline(page);
	let posts = 0;
	page.on('request', (request) => (posts += Number(request.url().endsWith('/submissions'))));
	const aDay = { notAsked: Math.floor(outcomes / 12), declined: Math.floor(outcomes / 17) };
	const later = outcomes - DAYS * (aDay.notAsked + aDay.declined);
	const allWait = page.getByText(`${outcomes} svar venter på at blive sendt.`);

	await context.setOffline(true);
	for (let day = 0; day < DAYS; day++) {
		for (let n = 0; n < aDay.notAsked; n++) await noteNotAsked(page, 'remote-meeting');
		for (let n = 0; n < aDay.declined; n++) await handOver(page, 'let', { kind: 'declines' });
		if (day < DAYS - 1) await context.clock.fastForward('24:00:00');
	}
	for (let n = 0; n < later; n++) await handOver(page, 'en', { kind: 'goes-home' });
	await expect(allWait).toBeVisible();
	await page.reload();
	await expect(allWait).toBeVisible();
	posts = 0;
	await context.setOffline(false);
	const from = Date.now();
	await context.clock.fastForward(SEND_SECONDS * 1000);
	await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
	console.log(`${outcomes} sent in ${((Date.now() - from) / 1000).toFixed(1)} s`);
	expect(posts).toBeLessThanOrEqual(Math.ceil(outcomes / IN_ONE_REQUEST) + 1);
	await site.stop();
	const { counts, receipts } = await openedBox(site, round, '2026-05');
	expect(receipts).toBe(outcomes);
	expect(counts).toMatchObject({
		'asked||||not-offered:remote-meeting': DAYS * aDay.notAsked,
		'asked||||tablet:declined': DAYS * aDay.declined,
		'asked||||tablet:later': later
	});
	info.annotations.push({ type: 'answers', description: `${outcomes} 0 0` });
});
