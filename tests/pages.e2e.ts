import { answerAll, press } from './support/answering.ts';
import { citizenPages, enlarge, LANGUAGES, leavesAxeNothing, sideways } from './support/pages.ts';
import { offer } from './support/languages.ts';
import { sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

/** A phone, and a page of 1280 at four times its size, or of 640 at twice: WCAG's 1.4.10. */
const WIDTHS = [360, 320];

for (const language of LANGUAGES) {
	test(
		`no page has to be scrolled sideways (${language || 'da'})`,
		{ tag: '@long' },
		async ({ site, page }) => {
			test.slow();
			const round = await sharedRound(site, 'stevns');
			for (const path of citizenPages(round.id)) {
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 740 });
					await page.goto(`/stevns${language}${path}`);
					expect([path, width, await sideways(page)]).toEqual([path, width, '']);
				}
			}
		}
	);
}

test('what is pressed is as large as a fingertip, though a word has three letters @long', async ({
	another,
	page
}) => {
	const site = await another();
	await offer(site, 'stevns', 'da,ar');
	await page.goto(`${site.url}/stevns/ar/dit-svar`);
	const links = page.locator('footer a');
	await links.first().evaluate((link) => (link.textContent = 'لا'));
	for (const box of await Promise.all((await links.all()).map((link) => link.boundingBox()))) {
		expect(box?.width).toBeGreaterThanOrEqual(44);
		expect(box?.height).toBeGreaterThanOrEqual(44);
	}
});

test('every step of answering fits a narrow screen, and letters of twice the size @long', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	for (const [width, size] of [
		[360, ''],
		[320, ''],
		[360, '200%']
	] as const) {
		await page.setViewportSize({ width, height: 740 });
		await page.goto(`/stevns/svar/${round.id}`);
		// Half of what a page is built of is measured by the size of its letters.
		if (size) await enlarge(page);
		const fits = async (step: string) =>
			expect([step, width, size, await sideways(page)]).toEqual([step, width, size, '']);
		await fits('start');
		await press(page, 'Begynd');
		await fits('statement');
		await answerAll(page, ['Helt enig', null, null, null]);
		await page.getByLabel('Din kommentar').fill('x'.repeat(400));
		await fits('comment');
		await press(page, 'Næste');
		await fits('about');
		await press(page, 'Se mine svar igennem først');
		await fits('review');
		await page.evaluate(() => sessionStorage.clear());
	}
});

test('the statement, all its options and the way on are on a phone’s screen at once', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/stevns/svar/${round.id}`);
	await press(page, 'Begynd');
	for (const name of ['Tilbage', 'Næste', 'Spring over']) {
		// A row may begin at a fraction of a pixel.
		await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 0.99 });
	}
	for (const radio of await page.getByRole('radio').all()) {
		const row = await radio.locator('xpath=ancestor::label').boundingBox();
		expect(row?.height).toBeGreaterThanOrEqual(56);
		expect(row?.width).toBeGreaterThanOrEqual(150);
	}
});

test(
	'axe finds nothing on the pages that everybody comes by',
	{ tag: '@long' },
	async ({ site, page }) => {
		test.slow();
		const round = await sharedRound(site, 'stevns');
		await page.setViewportSize({ width: 360, height: 740 });
		for (const address of [
			'/',
			'/stevns',
			'/stevns/k',
			`/stevns/xr/svar/${round.id}`,
			'/nowhere'
		]) {
			await page.goto(address);
			await leavesAxeNothing(page, address);
		}
		await page.goto(`/stevns/svar/${round.id}`);
		await press(page, 'Begynd');
		await leavesAxeNothing(page, 'statement');
		await page.goto('/stevns/k#ABCDEFGHJK');
		await leavesAxeNothing(page, 'a mistyped code');
	}
);
