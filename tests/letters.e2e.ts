import type { Page } from '@playwright/test';
import { atWork, ROUND } from './support/at-work.ts';
import { citizenPages, enlarge, sideways } from './support/pages.ts';
import { sharedRound } from './support/round.ts';
import { colleague } from './support/staff-client.ts';
import { isAtWork, staffPages } from './support/staff-pages.ts';
import { expect, test } from './support/test.ts';

// A phone of 360, as it is and with the reader's own letters of twice the size: WCAG's 1.4.4 and 1.4.10 together.
test.use({ viewport: { width: 360, height: 740 } });

const fits = async (page: Page, address: string): Promise<string[]> => {
	const reply = await page.goto(address);
	if (!reply?.ok() && reply?.status() !== 404) return [];
	const plain = await sideways(page);
	await enlarge(page);
	const large = await sideways(page);
	await enlarge(page, false);
	return [
		...(plain ? [`${address}: ${plain}`] : []),
		...(large ? [`${address}, large letters: ${large}`] : [])
	];
};

test('citizens read every page with letters of twice the size @long', async ({ site, page }) => {
	test.setTimeout(180_000);
	const round = await sharedRound(site, 'stevns');
	const wide: string[] = [];
	for (const path of [...citizenPages(round.id), '/maal', '/rapporter', '/was']) {
		wide.push(...(await fits(page, `${site.url}/stevns${path}`)));
	}
	expect(wide).toEqual([]);
});

test('staff use the widest pages on a phone, with letters of twice the size too @long', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const admin = await atWork(site);
	const leader = await colleague(admin, 'Karen', ['leader']);
	const wide: string[] = [];
	for (const [desk, paths] of [
		[leader, ['', '/tablets', '/plan', '/samtaler', '/koder', '/papir', `/maalinger/${ROUND}`]],
		[admin, ['/plan', '/plan/loefter', '/plan/team', '/brugere', '/haendelser', '/foer-start']]
	] as const) {
		await desk.lend(page.context());
		for (const path of paths) wide.push(...(await fits(page, desk.address(path))));
	}
	expect(wide).toEqual([]);
});

test(
	'every staff page fits a phone, with letters of twice the size too',
	{ tag: '@long' },
	async ({ another, page }) => {
		test.setTimeout(600_000);
		const site = await another();
		const admin = await atWork(site);
		const { id } = await admin.invite('Venter', ['leader']);
		const parameters = {
			user: id,
			round: ROUND,
			questionnaire: 'samtale',
			version: '1',
			batch: '1'
		};
		let pages = 0;
		const wide: string[] = [];
		for await (const { path, address } of staffPages(page.context(), admin, parameters)) {
			if (!isAtWork(path)) continue;
			pages += 1;
			wide.push(...(await fits(page, address)));
		}
		console.log(`${pages} staff pages at 360, twice each`);
		expect(wide).toEqual([]);
	}
);
