import type { Page } from '@playwright/test';
import { withCheck } from '../src/lib/survey/code.ts';
import { answerAll, at, press } from './support/answering.ts';
import { asleep } from './support/asleep.ts';
import { counted, since } from './support/boxes.ts';
import { CODE_PLACE, codeRound, makeCodes, openRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 360, height: 740 } });

const ANSWERS = ['Meget tilfreds', ...Array<string>(6).fill('Helt enig')];
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** From the opening to the last step before sending. */
async function answer(page: Page) {
	await press(page, 'Begynd');
	await answerAll(page, ANSWERS);
	await press(page, 'Næste');
}

test('a link carries its code where no server and no history sees it', async ({ site, page }) => {
	const kept = await codeRound(site);
	const [code = ''] = await makeCodes(site, CODE_PLACE, kept, 1);
	const bare = code.replace('-', '');
	const before = await counted(site, CODE_PLACE, kept);
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
	await page.goto(`/glostrup/k#${bare}`);
	await at(page, 'Før du svarer');
	await expect(page).toHaveURL(`/glostrup/svar/${kept.id}`);
	await expect(page.getByText(code)).toBeVisible();
	await expect(page.getByText('Koden kan vise, at der er svaret – ikke hvad.')).toBeVisible();
	await answer(page);
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	const counts = { 'asked code:answered': 1 };
	expect(since(before, await counted(site, CODE_PLACE, kept))).toMatchObject(counts);
	expect(sent.filter((each) => each.includes(bare))).toEqual([]);
	await page.goBack();
	expect(page.url()).not.toContain(bare);
});

test('a code from paper is read as people type it, and a slip of the finger is told without the network', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const [code = ''] = await makeCodes(site, CODE_PLACE, kept, 1);
	await page.goto('/glostrup');
	await page.getByRole('link', { name: 'Svar med din kode' }).click();
	await expect(title(page)).toHaveText('Skriv din kode');
	// Pressed before it wakes, the page asks the server.
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	// The app's own code may come; nothing is asked about the code that was typed.
	page.on('request', (request) => {
		if (!request.url().includes('/_app/immutable/')) asked.push(request.url());
	});
	const wrong = code.endsWith('2') ? `${code.slice(0, -1)}3` : `${code.slice(0, -1)}2`;
	for (const [typed, words] of [
		['', 'Skriv koden fra dit brev'],
		[code.slice(0, 6), 'Der mangler noget af koden.'],
		[`${code}22`, 'Der er kommet for meget med.'],
		[wrong, 'Noget er tastet forkert.'],
		[`0${code.slice(1)}`, 'Koden har aldrig tallene 0 og 1']
	] as const) {
		await page.getByLabel('Kode').fill(typed);
		await press(page, 'Videre');
		await expect(page.getByRole('alert')).toContainText(words);
		await expect(page.getByLabel('Kode')).toHaveValue(typed);
		await expect(page.getByLabel('Kode')).toBeFocused();
	}
	expect(asked).toEqual([]);
	const typed = ` ${code.toLowerCase().replace('-', ' ').split('').join(' ')} `;
	await page.getByLabel('Kode').fill(typed);
	await page.keyboard.press('Enter');
	await at(page, 'Før du svarer');
	await expect(page.getByText(code)).toBeVisible();
});

test('before there is an answer, a used code, an unknown one and a fresh one look the same', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const [used = '', fresh = ''] = await makeCodes(site, CODE_PLACE, kept, 2);
	const unknown = withCheck(kept.prefix, 'ABCDEFG');
	await page.goto(`/glostrup/k#${used}`);
	await answer(page);
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();

	const seen: string[] = [];
	for (const code of [used, fresh, unknown]) {
		await page.goto('about:blank');
		await page.goto(`/glostrup/k#${code}`);
		await at(page, 'Før du svarer');
		const words = await page.getByRole('main').innerText();
		seen.push(words.replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/, '(code)'));
		await page.evaluate(() => sessionStorage.clear());
	}
	expect(new Set(seen).size).toBe(1);
});

test('a code that was used is told to who has answered with it, kindly, and nothing is counted @long', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const [used = '', mine = ''] = await makeCodes(site, CODE_PLACE, kept, 2);
	for (const _ of ['the first', 'another']) {
		await page.goto('about:blank');
		await page.goto(`/glostrup/k#${used}`);
		await answer(page);
		await press(page, 'Send mine svar');
		await page.getByText(/Dit svar er sendt|Der er allerede svaret/).waitFor();
	}
	const notice = page.getByRole('alert');
	await expect(notice).toContainText('Der er allerede svaret med den kode');
	await expect(notice).toBeFocused();
	await expect(notice).toContainText('Det, du har svaret, står her endnu.');
	await expect(notice.getByRole('link', { name: 'Har du brug for hjælp?' })).toBeVisible();
	const before = await counted(site, CODE_PLACE, kept);
	// It may have been another's code: with their own, the same answer is sent.
	await notice.getByLabel('Kode').fill(mine);
	await notice.getByRole('button', { name: 'Send mine svar' }).click();
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	const counts = { 'asked code:answered': 1, 'asked answered': 1 };
	expect(since(before, await counted(site, CODE_PLACE, kept))).toMatchObject(counts);
});

test('an unknown code is told when the answer is sent, and the answer stays @long', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const before = await counted(site, CODE_PLACE, kept);
	await page.goto(`/glostrup/k#${withCheck(kept.prefix, '2345678')}`);
	await answer(page);
	await press(page, 'Se mine svar igennem først');
	await press(page, 'Send mine svar');
	await expect(page.getByRole('alert')).toContainText('Vi kender ikke koden');
	await expect(page.getByRole('definition').filter({ hasText: 'Meget tilfreds' })).toBeVisible();
	expect(since(before, await counted(site, CODE_PLACE, kept))).toEqual({});
});

test('who comes without a code where one is needed is asked for it before the first statement', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const [code = ''] = await makeCodes(site, CODE_PLACE, kept, 1);
	const wake = await asleep(page);
	await page.goto(`/glostrup/svar/${kept.id}`);
	await expect(page.getByText('Her kan man kun svare med en kode.')).toBeVisible();
	// Before the page has come to life the plain form asks the same.
	await press(page, 'Begynd');
	await expect(page.getByRole('alert')).toContainText('Skriv din kode, før du sender');
	wake();
	await page.goto(`/glostrup/svar/${kept.id}`);
	await press(page, 'Begynd');
	await expect(page.getByRole('alert')).toContainText('Skriv din kode, før du sender');
	await page.getByLabel('Kode').fill(code);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Udsagn 1 af 7')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a code of a round that is over, or has not begun, leads to a page that says what can be done @long', async ({
			another,
			page
		}) => {
			const site = await another();
			await openRound(site, 'stevns', {
				id: 'slut',
				prefix: 'SS',
				closesOn: '2026-05-19',
				opensOn: '2026-02-01'
			});
			await openRound(site, 'stevns', {
				id: 'siden',
				prefix: 'TT',
				closesOn: '2026-12-31',
				opensOn: '2026-09-01'
			});
			const type = async (code: string) => {
				await page.goto(`${site.url}/stevns/k`);
				await page.getByLabel('Kode').fill(code);
				await press(page, 'Videre');
			};
			await type(withCheck('SS', '2345678'));
			await expect(title(page)).toHaveText('Tak, fordi du ville svare');
			await expect(page.getByText('Målingen sluttede 19. maj 2026.')).toBeVisible();
			await expect(page.getByText('De næste tal kommer 19. juni 2026.')).toBeVisible();
			await expect(
				page.getByRole('main').getByRole('link', { name: 'Se, hvad andre har svaret' })
			).toBeVisible();
			await expect(page).toHaveURL(`${site.url}/stevns/svar/slut`);

			await type(withCheck('TT', '2345678'));
			await expect(title(page)).toHaveText('Du kan ikke svare endnu');
			await expect(page.getByText('Du kan svare fra 1. september 2026.')).toBeVisible();
			await expect(page.getByText('din kode virker stadig')).toBeVisible();

			await type(withCheck('ZZ', '2345678'));
			await expect(page.getByRole('alert')).toContainText(
				'Vi kender ikke den måling, koden hører til.'
			);
			await expect(page.getByRole('alert')).toContainText('Stevns Kommune');
			await page.goto(`${site.url}/stevns/svar/findes-ikke`);
			await expect(title(page)).toHaveText('Vi kan ikke finde målingen');
			await expect(page.getByRole('link', { name: 'Til forsiden' })).toBeVisible();
		});
	});
}

test('where the open link is open too, a code that is used does not lose the voice @long', async ({
	another,
	page
}) => {
	const site = await another();
	const kept = await openRound(site, 'stevns');
	const [code = ''] = await makeCodes(site, 'stevns', kept, 1);
	for (const _ of ['the first', 'another']) {
		await page.goto('about:blank');
		await page.goto(`${site.url}/stevns/k#${code}`);
		await press(page, 'Begynd');
		await answerAll(page, ['Helt enig', null, null, null]);
		await press(page, 'Næste');
		await press(page, 'Send mine svar');
		await page.getByText(/Dit svar er sendt|Der er allerede svaret/).waitFor();
	}
	await press(page, 'Send uden kode');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	expect(await counted(site, 'stevns', kept)).toMatchObject({
		'asked code:answered': 1,
		'open answered': 1
	});
});
