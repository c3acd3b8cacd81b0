import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../support/staff-client.ts';
import * as saml from '../support/saml-provider.ts';
import * as site from '../support/saml-site.ts';
import { expect, test } from '../support/test.ts';

const CVR = '29208654';
const nameOf = (role: string) => `http://oejenhoejde.example/roles/usersystemrole/${role}/1`;

test('a SAML login is tried out, taken into use, lets people in, and signs them out on both sides @long', async ({
	another,
	browser,
	page
}) => {
	test.setTimeout(180_000);
	const { idp, close } = await site.open();
	const folder = mkdtempSync(join(tmpdir(), 'saml-'));
	const own = await saml.pair('Øjenhøjde');
	const served = await another({ SAML_FILE: site.writeFiles(folder, idp, own, { trial: true }) });
	const intern = `${served.url}/stevns/intern`;
	const become = (role: string, level = 'Substantial') =>
		idp.people.set('karen', {
			[saml.LEVEL]: level,
			[saml.CVR]: CVR,
			[saml.NAME]: 'Karen Holm',
			[saml.EMAIL]: 'karen@stevns.example',
			[saml.PRIVILEGES]: saml.privileges(CVR, [nameOf(role)])
		});
	const through = async (with_ = page) => {
		await with_.getByRole('button', { name: 'karen' }).click();
		await with_.getByRole('button', { name: 'Videre' }).click();
		await with_.waitForURL(`${intern}**`);
	};
	const signIn = async (with_ = page) => {
		await with_.goto(`${intern}/log-ind`);
		await with_.getByRole('link', { name: 'Log ind med Stevns Kommunes login' }).click();
		await through(with_);
	};

	try {
		// The login is set up there with what we say of ourselves.
		await fetch(`${idp.origin}/knows?metadata=${encodeURIComponent(`${intern}/saml/metadata`)}`);

		// On trial, nobody sees it, and nobody gets in by it.
		await page.goto(`${intern}/log-ind`);
		await expect(page.getByText('Stevns Kommunes login')).toHaveCount(0);
		expect((await page.request.get(`${intern}/saml`, { maxRedirects: 0 })).status()).toBe(404);

		const admin = await administrator(served, 'stevns');
		const context = await browser.newContext();
		await admin.lend(context);
		const desk = await context.newPage();
		await desk.goto(`${intern}/kommunens-login`);
		await expect(desk.getByText('er på prøve')).toBeVisible();
		await expect(desk.locator('li.wrong')).toHaveCount(0);
		const use = desk.getByRole('button', { name: 'Tag i brug' });
		await use.click();
		await expect(desk.getByRole('alert')).toContainText('Prøv først loginnet');

		// A first try that fails says why, in words for those who can mend it.
		become('nogen-anden');
		await desk.getByRole('link', { name: 'Prøv loginnet' }).click();
		await through(desk);
		await expect(desk.getByText('Du ville ikke være kommet ind.')).toBeVisible();
		await expect(desk.getByText(nameOf('nogen-anden'))).toBeVisible();

		become('leder');
		await desk.getByRole('link', { name: 'Prøv loginnet' }).click();
		await through(desk);
		await expect(desk.getByText('Du ville være kommet ind.')).toBeVisible();
		// Still who they were.
		await expect(desk.getByRole('link', { name: 'Brugere' }).first()).toBeVisible();
		await use.click();
		await expect(desk.getByText('Loginnet er taget i brug.')).toBeVisible();

		await page.goto(`${intern}/maalinger`);
		await page.getByRole('link', { name: 'Log ind med Stevns Kommunes login' }).click();
		await through();
		await expect(page).toHaveURL(`${intern}/maalinger`);

		// Out here is out there, with nothing to press.
		expect(idp.sessions.size).toBeGreaterThan(0);
		const before = idp.sessions.size;
		await page.getByRole('button', { name: 'Log ud', exact: true }).click();
		await expect(page.getByText('Du er også logget ud hos Stevns Kommunes login.')).toBeVisible();
		expect(idp.sessions.size).toBe(before - 1);
		await page.goto(intern);
		await expect(page).toHaveURL(`${intern}/log-ind`);

		// Out there is out here, and the login is told.
		await signIn();
		await expect(page.getByRole('heading', { name: 'Goddag, Karen Holm' })).toBeVisible();
		const metadata = await (await fetch(`${intern}/saml/metadata`)).text();
		const index = [...idp.sessions.keys()].at(-1) ?? '';
		await page.goto(String(idp.signOut('karen', index, metadata)));
		await expect(page.getByText('signed out everywhere')).toBeVisible();
		await page.goto(intern);
		await expect(page).toHaveURL(`${intern}/log-ind`);

		// Too weak, another role at the next sign-in, and shut out here whatever they say there.
		become('leder', 'Low');
		await signIn();
		await expect(page.getByRole('alert')).toContainText('ikke stærkt nok');
		become('administrator');
		await signIn();
		await expect(page.getByRole('link', { name: 'Brugere' }).first()).toBeVisible();
		await page.getByRole('button', { name: 'Log ud', exact: true }).click();
		await expect(page.getByText('Du er også logget ud')).toBeVisible();
		const list = await (await admin.get('/brugere')).text();
		const id = /brugere\/([\w-]+)"[^>]*>Karen Holm/.exec(list)?.[1];
		expect((await admin.post(`/brugere/${id}?/deactivate`)).status).toBe(200);
		await signIn();
		await expect(page.getByRole('alert')).toContainText('Din adgang er lukket');

		// A letter of another site is taken at this one address alone.
		const foreign = (path: string) =>
			fetch(`${intern}${path}`, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					origin: idp.origin,
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: 'SAMLResponse=x'
			});
		expect((await foreign('/saml/retur')).status).toBe(303);
		expect((await foreign('/log-ind?/password')).status).toBe(403);
		expect((await foreign('/saml/log-ud')).status).toBe(403);
		expect(
			(
				await fetch(`${served.url}/stevns/svar`, {
					method: 'POST',
					headers: { origin: idp.origin, 'content-type': 'application/x-www-form-urlencoded' },
					body: 'x=1'
				})
			).status
		).toBe(403);
		await context.close();
	} finally {
		await close();
		rmSync(folder, { recursive: true });
	}
});

test('a login that is wrong or incomplete is refused at the start, with its path and the reason', async ({
	another
}) => {
	const folder = mkdtempSync(join(tmpdir(), 'saml-'));
	try {
		const idp = await saml.SamlIdp.at('https://login.example');
		const own = await saml.pair('Øjenhøjde');
		const path = site.writeFiles(folder, idp, own, { cvr: '1' });
		await expect(another({ SAML_FILE: path })).rejects.toThrow(
			`the server ended:\n${path}: stevns.cvr: must be eight digits\n`
		);
		const none = join(folder, 'none.json');
		await expect(another({ OIDC_FILE: none })).rejects.toThrow(`${none}: there is no such file\n`);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
