import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../support/staff-client.ts';
import * as provider from '../support/provider.ts';
import { expect, test } from '../support/test.ts';

test('the municipality’s own login lets its people in with the roles that it gives them', async ({
	another,
	page
}) => {
	test.setTimeout(120_000);
	const idp = await provider.open();
	const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
	const file = join(folder, 'oidc.json');
	const roles = { ledere: 'leader', it: 'administrator' };
	const login = { issuer: idp.issuer, ...provider.CLIENT, label: 'Stevns Kommunes login' };
	writeFileSync(file, JSON.stringify({ stevns: { ...login, rolesClaim: 'groups', roles } }));
	const site = await another({ OIDC_FILE: file });
	const intern = `${site.url}/stevns/intern`;
	const become = (groups: string[]) =>
		idp.people.set('karen', { name: 'Karen Holm', email: 'karen@stevns.example', groups });
	const signIn = async () => {
		await page.goto(`${intern}/log-ind`);
		await page.getByRole('link', { name: 'Log ind med Stevns Kommunes login' }).click();
		const name = page.getByPlaceholder('Enter any login');
		if (await name.isVisible()) {
			await name.fill('karen');
			await page.getByPlaceholder('and password').fill('x');
			await page.getByRole('button', { name: 'Sign-in' }).click();
		}
		const go = page.getByRole('button', { name: 'Continue' });
		if (await go.isVisible()) await go.click();
		await page.waitForURL(`${intern}**`);
	};

	try {
		become(['ledere']);
		await signIn();
		await expect(page).toHaveURL(intern);
		await expect(page.getByRole('heading', { name: 'Goddag, Karen Holm' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Brugere' })).toHaveCount(0);

		// The way back is one way: its address again lets nobody in.
		const cookies = await page.context().cookies(`${intern}/oidc`);
		expect(cookies.map(({ name }) => name)).not.toContain('oidc');

		await page.getByRole('link', { name: 'Min adgang' }).click();
		await expect(page.getByText('Du logger ind med kommunens login.')).toBeVisible();
		await expect(page.getByLabel('Ny adgangskode')).toHaveCount(0);

		// Out here, and out there.
		await page.getByRole('button', { name: 'Log ud', exact: true }).click();
		await expect(page.getByRole('heading', { name: 'Du er logget ud' })).toBeVisible();
		await page.getByRole('link', { name: 'Log også ud dér' }).click();
		await page.getByRole('button', { name: 'Yes, sign me out' }).click();
		await page.waitForURL(`${intern}/log-ud`);

		// The next sign-in has the roles of then.
		become(['it']);
		await signIn();
		await expect(page.getByRole('link', { name: 'Brugere' }).first()).toBeVisible();

		await page.getByRole('button', { name: 'Log ud', exact: true }).click();
		become(['kantine']);
		await signIn();
		await expect(page.getByRole('alert')).toContainText('har ingen rolle her');

		// Shut out here, whatever they say there.
		become(['ledere']);
		const admin = await administrator(site, 'stevns');
		const list = await (await admin.get('/brugere')).text();
		const id = /brugere\/([\w-]+)"[^>]*>Karen Holm/.exec(list)?.[1];
		expect((await admin.post(`/brugere/${id}?/resetPassword`)).status).toBe(400);
		expect((await admin.post(`/brugere/${id}?/deactivate`)).status).toBe(200);
		await signIn();
		await expect(page.getByRole('alert')).toContainText('Din adgang er lukket');
	} finally {
		await idp.close();
		rmSync(folder, { recursive: true });
	}
});
