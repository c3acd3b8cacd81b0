import { Secret, TOTP } from 'otpauth';
import { asleep } from './support/asleep.ts';
import { demoDesk, invent } from './support/invented.ts';
import { expect, test } from './support/test.ts';

test.use({ serviceWorkers: 'allow' });

const PASSWORD = 'tre grønne hatte i blæst';

test('the first administrator comes in, invites a leader, and comes in again without the phone', async ({
	another,
	page,
	browser
}) => {
	const site = await another({ DEMO: '1' });
	const intern = `${site.url}/stevns/intern`;
	const { out } = await site.command('admin', 'stevns', 'karen@stevns.example', 'Karen', 'Holm');
	const link = (out.split('\n')[0] ?? '').replace(/^https?:\/\/[^/]+/, site.url);
	test.setTimeout(120_000);
	const addresses: string[] = [];
	const letters: string[] = [];
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		addresses.push(pathname + search);
		letters.push(request.postData() ?? '');
	});

	await page.goto(link);
	await expect(page).toHaveURL(`${intern}/invitation`);
	await page.getByLabel('Ny adgangskode').fill('password1234');
	await page.getByRole('button', { name: 'Gem adgangskoden' }).click();
	await expect(page.getByRole('alert')).toContainText('for let at gætte');
	await expect(page.getByRole('alert')).toBeFocused();
	await page.getByLabel('Ny adgangskode').fill(PASSWORD);
	await page.getByRole('button', { name: 'Gem adgangskoden' }).click();

	const secret = (await page.locator('.secret').textContent())?.replace(/\s/g, '') ?? '';
	const code = (steps = 0) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({
			timestamp: Date.now() + steps * 30_000
		});
	await expect(page.getByRole('img', { name: 'QR-kode til din app' })).toBeVisible();
	await page.getByLabel('Skriv de seks cifre').fill(code());
	await page.getByRole('button', { name: 'Bekræft og gå videre' }).click();
	const codes = await page.locator('.recovery-codes li').allTextContents();
	expect(codes).toHaveLength(8);
	await page.getByRole('link', { name: 'Jeg har gemt dem' }).click();
	await expect(page.getByRole('heading', { name: 'Goddag, Karen Holm' })).toBeVisible();

	const token = link.split('#')[1] ?? '';
	expect(addresses.filter((each) => each.includes(token))).toEqual([]);
	expect(letters.some((each) => each.includes(`token=${token}`))).toBe(true);

	await page.getByRole('link', { name: 'Brugere' }).first().click();
	await page.getByLabel('Navn').fill('Ole Bang');
	await page.getByLabel('E-mail').fill('ole@stevns.example');
	await page.getByLabel('Leder').check();
	await page.getByRole('button', { name: 'Lav invitation' }).click();
	const invitation = await page
		.getByRole('textbox', { name: 'Send dette link til Ole Bang' })
		.inputValue();
	await page.reload();
	await expect(page.getByText('Inviteret')).toBeVisible();

	const other = await browser.newContext({ javaScriptEnabled: false });
	const ole = await other.newPage();
	await ole.goto(invitation);
	await ole.getByLabel('Kode fra linket').fill(invitation.split('#')[1] ?? '');
	await ole.getByLabel('Ny adgangskode').fill(PASSWORD);
	await ole.getByRole('button', { name: 'Gem adgangskoden' }).click();
	await expect(ole.getByRole('heading', { name: 'Sæt en ekstra lås på' })).toBeVisible();
	await ole.goto(`${intern}/brugere`);
	await expect(ole).toHaveURL(`${intern}/to-trin`);
	await other.close();

	await page.getByRole('button', { name: 'Log ud', exact: true }).click();
	await page.goto(`${intern}/haendelser`);
	await page.getByLabel('E-mail').fill('Karen@stevns.example');
	await page.getByLabel('Adgangskode').fill(PASSWORD);
	await page.getByRole('button', { name: 'Log ind' }).click();
	await page.getByText('Jeg har ikke min app').click();
	await page.getByLabel('Genkode').fill(codes[0]?.toLowerCase() ?? '');
	await page.getByRole('button', { name: 'Brug genkoden' }).click();
	await expect(page).toHaveURL(`${intern}/haendelser`);
	for (const deed of ['Brugte en genkode', 'Inviterede en bruger', 'Satte ekstra lås op']) {
		await expect(page.getByRole('cell', { name: deed }).first()).toBeVisible();
	}
	await page.getByLabel('Navn, e-mail eller emne').fill('ole@');
	await page.getByRole('button', { name: 'Søg' }).click();
	await expect(page.getByRole('status')).toContainText('2 hændelser');
});

test('a page that is not there says so within the site', async ({ site, page }) => {
	await page.goto(`${site.url}/stevns/intern/findes-ikke`);
	await expect(page.getByRole('heading', { name: 'Log ind' })).toBeVisible();
});

test('what is typed and chosen before a page comes to life stays @long', async ({
	another,
	page
}) => {
	const site = await another();
	await invent(site);
	const leader = await demoDesk(site, 'leader');
	await leader.lend(page.context());
	let wake = await asleep(page);
	await page.goto(leader.address('/maalinger/ny'), { waitUntil: 'commit' });
	await page.getByLabel('Navn').fill('Efterår');
	await page.getByRole('checkbox', { name: 'Personlig kode' }).check();
	wake();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Navn')).toHaveValue('Efterår');
	// What nobody has touched stays empty.
	await expect(page.getByLabel('Hvor mange regner I med at spørge?')).toHaveValue('');
	await expect(page.getByRole('checkbox', { name: 'Personlig kode' })).toBeChecked();

	// A proposal gives way to what was typed.
	await page.unrouteAll();
	wake = await asleep(page);
	await page.goto(leader.address('/interviewforloeb/ny'), { waitUntil: 'commit' });
	const many = page.getByLabel('Hvor mange borgere skal interviewes?');
	await many.fill('3');
	wake();
	await page.waitForLoadState('networkidle');
	await expect(many).toHaveValue('3');
});

test('a page whose code cannot be fetched stands with what is typed in it, and tries again on the network @long', async ({
	another,
	page
}) => {
	const site = await another();
	await invent(site);
	const leader = await demoDesk(site, 'leader');
	await leader.lend(page.context());
	const part = '**/_app/immutable/nodes/*.js';
	const backOnNetwork = async () => {
		await page.unroute(part);
		await page.context().setOffline(true);
		await page.context().setOffline(false);
	};
	const isAlive = page.locator('#svelte-announcer');
	const name = page.getByLabel('Navn');

	await page.route(part, (route) => route.abort());
	await page.goto(leader.address('/maalinger/ny'));
	await page.waitForLoadState('networkidle');
	await name.fill('Efterår');
	await backOnNetwork();
	await page.waitForLoadState('networkidle');
	await expect(name).toHaveValue('Efterår');
	await expect(isAlive).toHaveCount(0);

	await page.route(part, (route) => route.abort());
	await page.reload();
	await page.waitForLoadState('networkidle');
	await expect(name).toBeVisible();
	await backOnNetwork();
	await expect(isAlive).toHaveCount(1);
	await expect(name).toHaveValue('');
});
