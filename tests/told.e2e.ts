import type { Page } from '@playwright/test';
import { withCheck } from '../src/lib/survey/code.ts';
import { fillIn, press, settled } from './support/phone.ts';
import { expect, test } from './support/wired.ts';

test.use({ serviceWorkers: 'allow' });

const SENT = 'Dit svar er sendt.';
const KEPT = /gemt låst på din telefon/;
const UNKNOWN = 'for vi kender ikke koden. Se på koden igen, og svar igen.';
const said = (page: Page) => page.locator('.sending[role=status] p');
const unknownCode = withCheck('AB', '2345678');

/** Without network, an answer with a code that was never made is kept. */
async function keepUnknown(page: Page, home: string) {
	await page.goto(`${home}/k#${unknownCode}`);
	await fillIn(page);
	await press(page);
	await expect(page.getByText(KEPT)).toBeVisible();
}

test('what became of an answer that was kept is told where it comes back, and never guessed @long', async ({
	page,
	context,
	wired: { wire, home, counted }
}) => {
	await page.goto(home);
	await settled(page);
	const network = async (is: boolean) => {
		wire.up(is);
		await context.setOffline(!is);
	};
	await network(false);
	await keepUnknown(page, home);
	const thanks = page.url();
	expect(thanks).toMatch(/tak\?gemt$/);
	await page.goto('about:blank');

	await network(true);
	const other = await context.newPage();
	await other.goto(home);
	await expect(said(other)).toHaveText([new RegExp(UNKNOWN)]);
	await page.goto(thanks);
	await expect(said(page)).toHaveText(['Ingen svar venter på at blive sendt.']);
	await expect(page.getByText(SENT)).toHaveCount(0);
	expect(counted()).toBe(0);
});

test('what comes back while a form is open is told beside what becomes of that form @long', async ({
	page,
	context,
	wired: { wire, home, round, counted }
}) => {
	test.slow();
	await page.goto(home);
	await settled(page);
	wire.up(false);
	await context.setOffline(true);
	await keepUnknown(page, home);
	wire.up(true);
	const replied = page.waitForResponse('**/api/v1/submissions');
	await page.goto('about:blank');
	await context.setOffline(false);
	await page.goto(`${home}/svar/${round.id}`);
	await replied;
	await fillIn(page);
	await press(page);
	await expect(page.getByText(SENT)).toBeVisible();
	await expect(said(page)).toHaveText([new RegExp(UNKNOWN)]);
	expect(counted()).toBe(1);
	// It was told: the next page has nothing to say.
	await page.getByRole('contentinfo').getByRole('link', { name: 'Forsiden' }).click();
	await expect(page).toHaveURL(home);
	await expect(said(page)).toHaveCount(0);

	await page.goto(home);
	wire.up(false);
	await context.setOffline(true);
	await keepUnknown(page, home);
	await page.goto(`${home}/svar/${round.id}`);
	await fillIn(page);
	await press(page);
	await expect(page.getByText('2 svar er gemt låst')).toBeVisible();
	wire.up(true);
	await context.setOffline(false);
	await expect(said(page)).toHaveText([
		'2 svar herfra er kommet frem. Sådan gik det:',
		new RegExp(UNKNOWN),
		SENT
	]);
});

test('a network that wants a login is no tablet to start again: the answer waits, and can be sent @long', async ({
	page,
	context,
	wired: { home, round, counted }
}) => {
	await page.goto(home);
	await settled(page);
	const POSTS = '**/api/v1/submissions';
	await context.route(POSTS, (route) =>
		route.fulfill({ status: 401, contentType: 'text/html', body: '<h1>Log ind</h1>' })
	);
	await page.goto(`${home}/svar/${round.id}`);
	await fillIn(page);
	await press(page);
	await expect(said(page)).toHaveText([KEPT]);
	expect(counted()).toBe(0);
	await context.unroute(POSTS);
	await page.getByRole('button', { name: 'Prøv igen' }).click();
	await expect(said(page)).toHaveText([SENT]);
	expect(counted()).toBe(1);
});
