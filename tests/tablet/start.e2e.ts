import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asleep } from '../support/asleep.ts';
import { openedBox } from '../support/boxes.ts';
import * as provider from '../support/provider.ts';
import {
	carry,
	caseworker,
	GIVE,
	startByCode,
	startCode,
	startHere,
	tabletRound
} from '../support/tablet.ts';
import { expect, test } from '../support/test.ts';

test.use({ serviceWorkers: 'allow' });

test('a caseworker’s login ends where the tablet begins, here and on the server', async ({
	another,
	page,
	context
}) => {
	const site = await another();
	await tabletRound(site);
	const desk = await caseworker(site);
	// Before the page has come to life nobody is signed out for nothing.
	await carry(page, desk);
	const wake = await asleep(page);
	await page.goto(`${site.url}/stevns/intern/tablet`, { waitUntil: 'commit' });
	const start = page.getByRole('button', { name: 'Start og log mig ud' });
	await expect(start).toBeDisabled();
	wake();
	await expect(start).toBeEnabled();
	await page.unrouteAll();

	expect([...desk.cookies.keys()].sort()).toEqual(['intern', 'kendt']);
	await startHere(page, desk, 'Unge');
	await expect(page.getByText('Unge')).toBeVisible();
	expect(await context.cookies()).toEqual([]);
	expect((await desk.get('')).headers.get('location')).toBe('/stevns/intern/log-ind');
	const file = site.file('stevns');
	const rows = (table: string) => file.prepare(`select count(*) from ${table}`).pluck().get();
	// The administrator's and nobody else's.
	expect([rows('session'), rows('device'), rows('grant_token')]).toEqual([1, 1, 1]);
	file.close();
	await page.reload();
	await expect(page.getByRole('button', { name: GIVE })).toBeVisible();

	// Installed, it opens as what it is.
	const href = await page.locator('link[rel=manifest]').getAttribute('href');
	const manifest: unknown = await (await page.request.get(site.url + (href ?? ''))).json();
	expect(manifest).toMatchObject({ start_url: '/stevns/tablet', display: 'fullscreen' });
});

test('a start code starts one tablet, once, and cannot be guessed @long', async ({
	another,
	page,
	browser
}) => {
	const site = await another();
	await tabletRound(site);
	const desk = await caseworker(site);
	const code = await startCode(desk, '2026-05/youth');
	await page.goto(`${site.url}/stevns/tablet#${code}`);
	const field = page.getByRole('textbox', { name: 'Startkode' });
	await expect(field).toHaveValue(code);
	await expect(page).toHaveURL(`${site.url}/stevns/tablet`);
	await field.fill('ABCD-EFGH');
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByRole('alert')).toContainText('Koden passer ikke');
	await expect(field).toBeFocused();
	await field.fill(code.toLowerCase().replace('-', ' '));
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByText('Unge')).toBeVisible();

	const other = await browser.newPage();
	await other.goto(`${site.url}/stevns/tablet`);
	for (const [tried, says] of [
		[code, 'Koden passer ikke'],
		...Array.from({ length: 8 }, () => ['ABCD-EFGH', 'Koden passer ikke']),
		[await startCode(desk, '2026-05/youth'), 'Der er prøvet for mange koder']
	] as [string, string][]) {
		await other.getByRole('textbox', { name: 'Startkode' }).fill(tried);
		const answered = other.waitForResponse(/\/tablet\?\/start/);
		await other.getByRole('button', { name: 'Start tabletten' }).click();
		await answered;
		await expect(other.getByRole('alert')).toContainText(says);
	}
	await other.close();
});

test(
	'whoever would rather answer at home takes a code along, and is asked once and answers once',
	{ tag: '@long' },
	async ({ another, page, browser }) => {
		const site = await another();
		const round = await tabletRound(site);
		await startByCode(page, await caseworker(site), '2026-05/job');
		await page.getByRole('button', { name: GIVE }).click();
		await page.getByRole('button', { name: 'Dansk', exact: true }).click();
		await page.getByRole('button', { name: 'Jeg vil hellere svare derhjemme' }).click();
		await page.getByRole('button', { name: 'Ja, derhjemme' }).click();
		const code = (await page.locator('bdi').last().textContent()) ?? '';
		expect(code).toMatch(/^AB\w{3}-\w{5}$/);
		await expect(page.getByRole('img', { name: 'Firkant' })).toBeVisible();
		await page.getByRole('button', { name: 'Videre' }).click();
		await expect(page.getByText(code)).toHaveCount(0);
		await page.getByRole('button', { name: 'Færdig' }).click();
		await page.reload();
		await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();

		const phone = await browser.newPage();
		await phone.goto(`${site.url}/stevns/k#${code}`);
		await phone.getByRole('button', { name: 'Begynd' }).click();
		await phone.getByLabel('Helt enig').first().check();
		for (let step = 0; step < 5; step++) {
			await phone.getByRole('button', { name: 'Næste' }).locator('visible=true').click();
		}
		await phone.getByRole('button', { name: 'Send mine svar' }).locator('visible=true').click();
		await expect(phone.getByText('Dit svar er sendt.')).toBeVisible();
		await phone.close();

		const file = site.file('stevns');
		const invited = file.prepare('select sum(invited) from batch').pluck().get();
		file.close();
		await site.stop();
		const { counts } = await openedBox(site, round, '2026-05');
		expect(invited).toBe(0);
		expect(counts).toMatchObject({
			'asked||||tablet:later': 1,
			'asked||||code:answered': 1,
			'asked|team|job||tablet-offered': 1,
			'asked|team|job||answered': 1
		});
	}
);

test(
	'who came by the municipality’s own login is signed out there on the way to the survey',
	{ tag: '@long' },
	async ({ another, page }) => {
		test.setTimeout(120_000);
		const idp = await provider.open();
		const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
		const file = join(folder, 'oidc.json');
		const login = { issuer: idp.issuer, ...provider.CLIENT, label: 'Stevns Kommunes login' };
		const roles = { sagsbehandlere: 'caseworker' };
		writeFileSync(file, JSON.stringify({ stevns: { ...login, rolesClaim: 'groups', roles } }));
		idp.people.set('sara', {
			name: 'Sara',
			email: 'sara@stevns.example',
			groups: ['sagsbehandlere']
		});
		const site = await another({ OIDC_FILE: file });
		await tabletRound(site);
		try {
			await page.goto(`${site.url}/stevns/tablet`);
			await page.getByRole('link', { name: 'Log ind og start' }).click();
			await page.getByRole('link', { name: 'Log ind med Stevns Kommunes login' }).click();
			await page.getByPlaceholder('Enter any login').fill('sara');
			await page.getByPlaceholder('and password').fill('x');
			await page.getByRole('button', { name: 'Sign-in' }).click();
			await page.getByRole('button', { name: 'Continue' }).click();
			await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Job' });
			await page.getByRole('button', { name: 'Start og log mig ud' }).click();
			await page.getByRole('button', { name: 'Yes, sign me out' }).click();
			await expect(page.getByRole('button', { name: GIVE })).toBeVisible();
			await expect(page).toHaveURL(`${site.url}/stevns/tablet`);
			await page.goto(`${site.url}/stevns/intern/oidc`);
			await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
		} finally {
			await idp.close();
			rmSync(folder, { recursive: true });
		}
	}
);
