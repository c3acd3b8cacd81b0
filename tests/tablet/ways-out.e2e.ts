import type { Page } from '@playwright/test';
import { handOver, press } from '../support/handover.ts';
import { caseworker, GIVE, startHere, tabletRound } from '../support/tablet.ts';
import { expect, test } from '../support/test.ts';
import { wordsOf } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const SECRET = 'zyzzyva fra Store Heddinge';
const { t, m, name } = wordsOf('da');
const chosen = (page: Page) => page.locator('input:checked').count();
/** Up to the comment, with answers on the way. */
const halfway = [
	{ tap: GIVE },
	{ tap: name },
	{ tap: m.form.begin },
	...['a', 'b', 'c', 'd'].flatMap((item) => [
		{ choose: [`answer-${item}`, '1'] as [string, string] },
		{ tap: m.form.next }
	]),
	{ write: SECRET }
];

async function sees(page: Page): Promise<string> {
	const fields = await page
		.locator('textarea, input')
		.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
	return `${await page.locator('body').innerText()} ${fields.join(' ')} ${page.url()}`;
}

test('no way leads back to what the one before has said, nor out to a staff page @long', async ({
	another,
	page,
	context
}) => {
	test.setTimeout(120_000);
	const site = await another();
	await tabletRound(site);
	const desk = await caseworker(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const visited: string[] = [];
	page.on('framenavigated', (frame) => visited.push(frame.url()));
	await startHere(page, desk);
	const tablet = `${site.url}/stevns/tablet`;
	const isClean = async (where: string) => {
		await expect(page.locator('body')).not.toBeEmpty();
		expect([where, (await sees(page)).includes('zyzzyva'), await chosen(page)]).toEqual([
			where,
			false,
			0
		]);
	};

	await handOver(page, 'da', {
		kind: 'answers',
		answers: ['1', '1', '1', '1'],
		comment: SECRET
	});
	await isClean('after the handover');
	await press(page, [{ tap: GIVE }, { tap: name }, { tap: m.form.begin }]);
	await isClean('for the next one');
	for (let step = 0; step < 4; step++) await press(page, [{ tap: m.form.skip }]);
	await isClean('at their comment');
	await page.locator('textarea').focus();
	await page.keyboard.press('Control+z');
	await isClean('after undoing');
	await press(page, [{ tap: m.form.next }, { tap: m.form.reviewFirst }]);
	await isClean('at their review');

	// The browser's own ways, in the middle of somebody's answer.
	await page.goBack();
	expect(page.url()).toBe(tablet);
	await isClean('a step back');
	for (const by of [-1, -1, -2, -5, 1]) {
		await page.evaluate((steps) => history.go(steps), by);
		await expect(page).toHaveURL(tablet);
		await isClean(`by ${by} in the history`);
	}
	await page.reload();
	await expect(page.getByText(t.resumed)).toBeVisible();
	await isClean('loaded anew');
	await press(page, [
		{ tap: t.decline },
		{ tap: t.leaving.declined.confirm },
		{ tap: t.thanks.done }
	]);

	// A second tab, while one is answering and after the first has fallen.
	await press(page, halfway);
	const second = await context.newPage();
	await second.goto(tablet);
	await expect(second.getByText('åben i et andet vindue')).toBeVisible();
	for (const path of ['/stevns', '/stevns/svar/2026-05', '/stevns/k', '/stevns/mit-billede']) {
		await second.goto(site.url + path);
		expect(await sees(second)).not.toContain('zyzzyva');
	}
	await second.goto(tablet);
	await page.close();
	await expect(second.getByRole('button', { name: GIVE })).toBeVisible();
	expect(await sees(second)).not.toContain('zyzzyva');

	// Whatever a staff page is asked for: a screen that asks who you are, and the one who started is out there too.
	const old = await desk.get('');
	expect([old.status, old.headers.get('location')]).toEqual([303, '/stevns/intern/log-ind']);
	expect(await context.cookies()).toEqual([]);
	const inside = [...new Set(visited)].filter((each) => each.includes('/intern'));
	expect(inside.length).toBeGreaterThan(0);
	for (const address of [
		...inside,
		`${site.url}/stevns/intern`,
		`${site.url}/stevns/intern/tablets`
	]) {
		await second.goto(address);
		expect(new URL(second.url()).pathname).toBe('/stevns/intern/log-ind');
	}
	for (let back = 0; back < 6; back++) {
		await second.goBack();
		await expect(second.locator('h1')).not.toHaveCount(0);
		await expect(second.getByRole('button', { name: 'Log ud' })).toHaveCount(0);
		expect(await sees(second)).not.toContain('zyzzyva');
	}
});

test(
	'the citizen’s face has no link, and what is copied goes nowhere',
	{ tag: '@long' },
	async ({ another, page, context }) => {
		const site = await another();
		await tabletRound(site);
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await startHere(page, await caseworker(site));
		const ways = () =>
			page.locator('a[href], area, iframe, object, [formaction^="http"], [target]').count();
		const faces = [
			[{ tap: GIVE }],
			...halfway.slice(1, -1).map((each) => [each]),
			[{ write: SECRET }],
			[{ tap: t.home }],
			[{ tap: t.leaving.back }],
			[{ tap: m.form.next }],
			[{ tap: m.form.reviewFirst }],
			[{ tap: t.decline }],
			[{ tap: t.leaving.back }],
			[{ tap: m.form.send }]
		];
		for (const presses of faces) {
			await press(page, presses);
			expect([JSON.stringify(presses), await ways()]).toEqual([JSON.stringify(presses), 0]);
		}
		await press(page, [{ tap: t.thanks.done }]);

		await page.evaluate(() => navigator.clipboard.writeText('fra før'));
		await press(page, halfway);
		await page.locator('textarea').selectText();
		await page.keyboard.press('Control+c');
		await page.keyboard.press('Control+x');
		await expect(page.locator('textarea')).toHaveValue(SECRET);
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('fra før');
		const isStopped = await page
			.locator('textarea')
			.evaluate(
				(area) =>
					!area.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
			);
		expect(isStopped).toBe(true);
		const { overscrollBehaviorY } = await page.evaluate(() => ({
			overscrollBehaviorY: getComputedStyle(document.documentElement).overscrollBehaviorY
		}));
		expect(overscrollBehaviorY).toBe('none');
	}
);

test('a screen that nobody touches asks, covers what stood there, and wipes it @long', async ({
	another,
	page,
	context
}) => {
	const site = await another();
	await tabletRound(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await startHere(page, await caseworker(site));
	await press(page, halfway);
	// The page comes to rest where the comment is: that it scrolls is a touch too.
	await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
	await context.clock.fastForward(50_000);
	await expect(page.getByRole('alertdialog')).toHaveCount(0);
	await context.clock.fastForward(11_000);
	const dialog = page.getByRole('alertdialog', { name: 'Er du der stadig?' });
	await expect(dialog).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ja, jeg er her' })).toBeFocused();
	const backdrop = await dialog.evaluate(
		(each) => getComputedStyle(each, '::backdrop').backgroundColor
	);
	expect(backdrop).toMatch(/^rgb\(/);

	// As often as it takes: nothing is lost to those who need time.
	for (let time = 0; time < 12; time++) {
		await page.getByRole('button', { name: 'Ja, jeg er her' }).click();
		await expect(dialog).toBeHidden();
		await expect(page.locator('textarea')).toHaveValue(SECRET);
		await context.clock.fastForward(61_000);
		await expect(dialog).toBeVisible();
	}
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	// Out of sight it is covered at once.
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect(dialog).toBeVisible();
	await context.clock.fastForward(21_000);
	await expect(page.getByRole('heading', { name: 'Tak' })).toBeVisible();
	expect(await sees(page)).not.toContain('zyzzyva');
	await context.clock.fastForward(21_000);
	await expect(page.getByRole('button', { name: GIVE })).toBeVisible();
	await expect(page.getByText('1 svar venter')).toBeVisible();
});
