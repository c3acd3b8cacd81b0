import { invent, signIn } from '../support/invented.ts';
import { leavesAxeNothing, sideways, SIZES, stands } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('goals, figures, months and what is done: nothing for axe to find, and no scrolling sideways', async ({
	another,
	browser
}) => {
	test.setTimeout(400_000);
	const site = await another({ TODAY: '2026-11-29' });
	await invent(site, { municipality: 'glostrup', goals: true });
	await invent(site, { municipality: 'vejen', goals: true });
	for (const [municipality, goal] of [
		['glostrup', 'work-or-education'],
		['vejen', 'sick-leave-weeks']
	] as const) {
		const page = await signIn(await browser.newContext(), site, 'leader', municipality);
		const home = `${site.url}/${municipality}`;
		for (const path of [
			'/intern',
			'/intern/maal',
			`/intern/maal/${goal}`,
			'/intern/tal',
			'/intern/maaned',
			'/intern/maaned?periode=planen',
			'/intern/initiativer',
			'/maal',
			`/maal/${goal}`,
			'/xr/maal',
			''
		]) {
			await page.setViewportSize({ width: 1280, height: 1180 });
			await page.goto(home + path);
			await stands(page, path, SIZES);
			expect(await page.locator('*').count()).toBeLessThan(1500);
			await page.evaluate(() =>
				document.querySelectorAll('main details').forEach((each) => each.setAttribute('open', ''))
			);
			expect([path, await sideways(page)]).toEqual([path, '']);
			await leavesAxeNothing(page, `${path}, all open`);
		}
	}
});
