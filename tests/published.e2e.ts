import { withCheck } from '../src/lib/survey/code.ts';
import { answerAll, at, press } from './support/answering.ts';
import { codeRound, makeCodes, openRound, sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 360, height: 740 } });

const ANSWERS = ['Meget tilfreds', ...Array<string>(6).fill('Helt enig')];

test('the thanks say that an answer was sent to who sent one, and to nobody who only has the address @long', async ({
	another,
	page,
	browser
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const round = await openRound(site, 'glostrup');
	await page.goto(`${site.url}/glostrup/svar/${round.id}`);
	await press(page, 'Begynd');
	await answerAll(page, ANSWERS);
	await press(page, 'Næste');
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar');
	const address = page.url();
	for (const javaScriptEnabled of [true, false]) {
		const fresh = await browser.newContext({ javaScriptEnabled });
		const other = await fresh.newPage();
		for (const each of [address, `${site.url}/glostrup/svar/${round.id}/tak?sendt`]) {
			await other.goto(each);
			await expect(other.getByRole('main')).toBeVisible();
			if (javaScriptEnabled) {
				await expect(other.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
			}
			await expect(other.getByText('Dit svar er sendt.', { exact: true })).toHaveCount(0);
			await expect(other.getByRole('heading', { level: 1 })).toHaveText('Når du har svaret');
			await expect(other.getByText(/^Tak for|^Vi ser efter|^Hvad sker der nu/)).toHaveCount(0);
			await expect(other.getByRole('link', { name: 'Svar nu' })).toHaveAttribute(
				'href',
				`/glostrup/svar/${round.id}`
			);
		}
		await fresh.close();
	}
});

for (const javaScriptEnabled of [true, false]) {
	test(`a code of another municipality is not taken, and the way is shown, ${javaScriptEnabled ? 'with' : 'without'} JavaScript${javaScriptEnabled ? ' @long' : ''}`, async ({
		site,
		browser
	}) => {
		test.setTimeout(120_000);
		await sharedRound(site, 'vejen', { prefix: 'VV', channels: ['code'], id: 'vejens' });
		const theirs = await codeRound(site);
		const [code = ''] = await makeCodes(site, 'glostrup', theirs, 1);
		const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled });
		const page = await context.newPage();
		const sent: string[] = [];
		page.on('request', (request) => sent.push(request.url()));
		await page.goto('/vejen/k');
		await page.getByLabel('Kode').fill(code);
		await page.getByRole('button', { name: 'Videre' }).click();
		await expect(page.getByRole('alert')).toContainText('Koden er til Glostrup Kommune');
		// No more of it than what begins every code of that round.
		expect(sent.filter((each) => each.includes(code.slice(3)))).toEqual([]);
		await page.getByRole('link', { name: 'Svar hos Glostrup Kommune' }).click();
		if (javaScriptEnabled) await at(page, 'Før du svarer');
		else await expect(page).toHaveURL(/\/glostrup\/k/);
		await page.goto('/vejen/k');
		await page.getByLabel('Kode').fill(withCheck('ZZ', '2345678'));
		await page.getByRole('button', { name: 'Videre' }).click();
		await expect(page.getByRole('alert')).toContainText('Vi kender ikke den måling');
		await context.close();
	});
}

test('before the questions it is said that only the first answer with a code counts, and a used one leads home @long', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const round = await openRound(site, 'glostrup', { channels: ['code'], prefix: 'CD' });
	const [code = ''] = await makeCodes(site, 'glostrup', round, 1);
	for (const words of ['Dit svar er sendt.', 'Der er allerede svaret med den kode']) {
		await page.goto('about:blank');
		await page.goto(`${site.url}/glostrup/k#${code}`);
		await at(page, 'Før du svarer');
		await expect(page.getByText('kun det første svar tæller')).toBeVisible();
		await press(page, 'Begynd');
		await answerAll(page, ANSWERS);
		await press(page, 'Næste');
		await press(page, 'Send mine svar');
		await expect(page.getByText(words)).toBeVisible();
	}
	const notice = page.getByRole('alert');
	await expect(notice.locator('.button-primary')).toHaveText('Til forsiden');
});
