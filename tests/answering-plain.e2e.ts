import type { Page } from '@playwright/test';
import { press } from './support/answering.ts';
import { comments, counted, since } from './support/boxes.ts';
import { codeRound, makeCodes, sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

const ANSWERING = '/stevns/svar/2026-05';
const statement = (page: Page, name: string) => page.getByRole('group', { name });

test.beforeEach(async ({ site }) => {
	await sharedRound(site, 'stevns');
});

test.describe('with JavaScript off', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	/** One statement answered, one apart, and the rest of the plain form. */
	async function fillIn(page: Page, comment: string) {
		await statement(page, 'muligheder for mig').getByRole('radio', { name: 'Helt enig' }).check();
		await statement(page, 'svar på mine spørgsmål')
			.getByRole('radio', { name: 'Jeg forstår ikke udsagnet' })
			.check();
		await page.getByLabel('Din kommentar').fill(comment);
		await page.getByRole('radio', { name: 'Jeg får dagpenge' }).check();
	}
	const answered = {
		'open answered': 1,
		'open any': 1,
		'open a:5': 1,
		'open b:skipped': 1,
		'open c:unclear': 1,
		'open d:skipped': 1
	};

	test('the whole flow is one plain form, with the headers of production', async ({
		site,
		page
	}) => {
		const round = await sharedRound(site, 'stevns');
		const before = await counted(site, 'stevns', round);
		await page.goto('/stevns');
		await page.getByRole('link', { name: 'Svar nu' }).click();
		await expect(page.getByRole('heading', { name: 'Før du svarer' })).toBeVisible();
		for (const name of ['Begynd', 'Næste', 'Spring over', 'Tilbage', 'Ret svar']) {
			await expect(page.getByRole('button', { name })).toHaveCount(0);
		}
		const reply = await page.request.get(`${site.url}${ANSWERING}`);
		expect(reply.headers()).toMatchObject({
			'referrer-policy': 'same-origin',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff'
		});
		expect(reply.headers()['content-security-policy']).toContain("form-action 'self'");

		await fillIn(page, 'Skriv til a@b.dk eller ring 20304050.');
		await press(page, 'Send mine svar');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		expect(since(before, await counted(site, 'stevns', round))).toEqual(answered);
		// Typed where no code of ours could see it: the server removes it too.
		expect(await comments(site, 'stevns', round)).toContain('Skriv til […] eller ring […].');
		expect(await page.context().cookies()).toEqual([]);
	});

	test('sent twice, by going back too, it counts once', async ({ site, page }) => {
		const round = await sharedRound(site, 'stevns');
		const before = await counted(site, 'stevns', round);
		await page.goto(ANSWERING);
		await fillIn(page, 'Én gang.');
		// A second press before the first reply, as an impatient thumb gives.
		const fields = new URLSearchParams({
			id: await page.locator('input[name=id]').inputValue(),
			'answer-a': '5',
			'answer-c': 'unclear',
			comment: 'Én gang.'
		});
		const twice = page.request.post(`${site.url}${ANSWERING}?/send`, {
			data: fields.toString(),
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				origin: site.url,
				accept: 'text/html'
			}
		});
		await Promise.all([twice, press(page, 'Send mine svar')]);
		// Whichever of the two came first: the other is told that it was counted before.
		await expect(page.getByText(/Dit svar er sendt\.|Vi havde fået dit svar før/)).toBeVisible();
		await page.goBack();
		// The form is empty by then, and a press there is not taken for a no.
		await press(page, 'Send mine svar');
		const notice = page.getByRole('alert');
		await expect(notice).toContainText('Har du allerede sendt dine svar, er de talt med');
		expect(since(before, await counted(site, 'stevns', round))).toEqual(answered);
	});

	test('another language takes along what is filled in', async ({ page }) => {
		await page.goto(ANSWERING);
		await fillIn(page, 'Med over grænsen.');
		await page
			.getByRole('group', { name: 'Sprog' })
			.getByRole('button', { name: 'English' })
			.click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByLabel('Your comment')).toHaveValue('Med over grænsen.');
		const first = statement(page, 'seeing possibilities for me');
		await expect(first.getByRole('radio', { name: 'Completely agree' })).toBeChecked();
		await expect(page.getByRole('radio', { name: 'I get unemployment benefit' })).toBeChecked();
	});

	test('the label of a code leads to the field that is seen', async ({ site, page }) => {
		const kept = await codeRound(site);
		await page.goto(`/glostrup/svar/${kept.id}`);
		const seen = page.locator('.code-input').filter({ visible: true });
		await expect(seen).toHaveCount(1);
		await page.getByText('Kode', { exact: true }).filter({ visible: true }).click();
		await expect(seen).toBeFocused();
	});

	test('a code from paper is typed in a field, and never part of an address', async ({
		site,
		page
	}) => {
		const round = await sharedRound(site, 'stevns');
		const [code = ''] = await makeCodes(site, 'stevns', round, 1);
		const before = await counted(site, 'stevns', round);
		const addresses: string[] = [];
		page.on('request', (request) => addresses.push(request.url()));
		await page.goto('/stevns/k');
		await page.getByLabel('Kode').fill('2 3 4');
		await press(page, 'Videre');
		await expect(page.getByRole('alert')).toContainText('Der mangler noget af koden.');
		await expect(page.getByLabel('Kode')).toHaveValue('2 3 4');
		await page.getByLabel('Kode').fill(` ${code.toLowerCase().replace('-', ' ')} `);
		await press(page, 'Videre');
		await expect(page.getByText(code)).toBeVisible();
		await fillIn(page, '');
		await press(page, 'Send mine svar');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		const counts = since(before, await counted(site, 'stevns', round));
		expect(counts).toMatchObject({ 'asked code:answered': 1, 'asked a:5': 1 });
		const bare = code.replace('-', '');
		expect(addresses.filter((each) => each.toUpperCase().includes(bare))).toEqual([]);
	});
});

test('while the page’s code is on its way, each step is a plain form that loses nothing', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	// It never comes.
	await page.route('**/_app/immutable/**', () => undefined);
	await page.goto(ANSWERING, { waitUntil: 'commit' });
	await press(page, 'Begynd');
	// As when it is awake: past the head, with one set of tools.
	await expect(page.locator('.tools').filter({ visible: true })).toHaveCount(1);
	await expect(page.getByRole('heading', { name: 'muligheder for mig' })).toBeInViewport();
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await page.getByRole('radio', { name: 'Helt enig' }).check();
	await press(page, 'Næste');
	await expect(page.getByText('Udsagn 2 af 4')).toBeVisible();
	await press(page, 'Tilbage');
	await expect(page.getByRole('radio', { name: 'Helt enig' })).toBeChecked();
	await press(page, 'Næste');
	for (const _ of [2, 3, 4]) await press(page, 'Spring over');
	await page.getByLabel('Din kommentar').fill('Tålmodig.');
	await press(page, 'Næste');
	await press(page, 'Se mine svar igennem først');
	await expect(page.getByRole('definition').filter({ hasText: 'Tålmodig.' })).toBeVisible();
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	const counts = { 'open a:5': 1, 'open b:skipped': 1, 'open answered': 1 };
	expect(since(before, await counted(site, 'stevns', round))).toMatchObject(counts);
});
