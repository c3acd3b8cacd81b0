import type { Page } from '@playwright/test';
import { answerAll, at, press } from './support/answering.ts';
import { counted, since } from './support/boxes.ts';
import { sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 360, height: 740 } });

const ANSWERING = '/stevns/svar/2026-05';

test.beforeEach(async ({ site }) => {
	await sharedRound(site, 'stevns');
});

test('a change of language in the middle keeps the answers, and the place @long', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	await page.goto(ANSWERING);
	await press(page, 'Begynd');
	await answerAll(page, ['Helt enig', 'Helt uenig', null, 'Hverken enig eller uenig']);
	await page.getByLabel('Din kommentar').fill('Midtvejs.');
	const other = async (name: string) => {
		await page
			.locator('summary')
			.filter({ hasText: /Skift sprog|Change language/ })
			.click();
		await page.locator('details').getByRole('link', { name, exact: true }).click();
	};
	await other('English');
	await expect(page).toHaveURL('/stevns/en/svar/2026-05');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByLabel('Your comment')).toHaveValue('Midtvejs.');
	await press(page, 'Back');
	await expect(page.getByRole('radio', { name: 'Neither agree nor disagree' })).toBeChecked();
	await other('Let dansk');
	await at(page, 'Vi talte om, hvordan jeg kan komme i job');
	// A press right after the step has changed does nothing.
	const send = page.getByRole('button', { name: 'Send mine svar' });
	await expect(async () => {
		if (!(await send.isVisible())) await press(page, 'Næste');
		await expect(send).toBeVisible({ timeout: 1000 });
	}).toPass();
	await send.click();
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	expect(since(before, await counted(site, 'stevns', round))).toEqual({
		'open answered': 1,
		'open any': 1,
		'open a:5': 1,
		'open b:1': 1,
		'open c:skipped': 1,
		'open d:3': 1
	});
});

test('from right to left everything is mirrored @long', async ({ page }) => {
	await page.goto('/stevns/xr/svar/2026-05');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await press(page, /Begynd/);
	const row = page.locator('label').filter({ hasText: 'Helt enig', visible: true });
	const [radio, face] = [row.getByRole('radio'), row.locator('svg')];
	const back = page.getByRole('button', { name: /Tilbage/ });
	const language = page.locator('#survey .tools summary');
	expect(await left(radio)).toBeGreaterThan(await left(face));
	expect(await left(back)).toBeGreaterThan(await left(language));
	// Where there is room for both, on and past stand beside each other.
	await page.setViewportSize({ width: 600, height: 740 });
	expect(await left(page.getByRole('button', { name: /Næste/ }))).toBeGreaterThan(
		await left(page.getByRole('button', { name: /Spring over/ }))
	);
	// The arrow of the way back points to where one came from.
	const arrow = back.locator('svg');
	expect(await arrow.evaluate((each) => getComputedStyle(each).transform)).toContain('-1');
	await row.click();
	for (const name of [/Næste/, /Spring over/, /Spring over/, /Spring over/, /Næste/, /Send/]) {
		await press(page, name);
	}
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();

	async function left(locator: ReturnType<Page['locator']>): Promise<number> {
		await expect(locator).toBeVisible();
		return (await locator.boundingBox())?.x ?? NaN;
	}
});

/** A device with these voices, which notes what it was asked to say and has said it as soon as `finish` is called. */
async function withVoices(page: Page, voices: { lang: string; localService: boolean }[]) {
	await page.addInitScript((all) => {
		const spoken: { text: string; lang: string; onend?: () => void }[] = [];
		const speechSynthesis = Object.assign(new EventTarget(), {
			getVoices: () => all,
			speak: (utterance: (typeof spoken)[number]) => void spoken.push(utterance),
			cancel: () => undefined
		});
		class SpeechSynthesisUtterance {
			lang = '';
			constructor(public text: string) {}
		}
		const values = { speechSynthesis, SpeechSynthesisUtterance, spoken };
		for (const [name, value] of Object.entries(values)) {
			Object.defineProperty(window, name, { value, configurable: true });
		}
	}, voices);
	const spoken = () =>
		page.evaluate(() => {
			const { spoken } = window as unknown as { spoken: { text: string; lang: string }[] };
			return spoken.map(({ text, lang }) => `${lang}: ${text.replace(/\s+/g, ' ').trim()}`);
		});
	const finish = () =>
		page.evaluate(() => {
			const { spoken } = window as unknown as { spoken: { onend?: () => void }[] };
			spoken.at(-1)?.onend?.();
		});
	return { spoken, finish };
}

test('a page is read aloud in its language: the statement and its options, and stops again @long', async ({
	page
}) => {
	const danish = { lang: 'da-DK', localService: true };
	const voice = await withVoices(page, [{ lang: 'en-GB', localService: true }, danish]);
	await page.goto(ANSWERING);
	const header = page.getByRole('banner');
	await header.getByRole('button', { name: 'Læs op' }).click();
	await expect.poll(voice.spoken).toEqual(['da-DK: Din samtale']);
	await header.getByRole('button', { name: 'Stop' }).click();
	await expect(header.getByRole('button', { name: 'Læs op' })).toBeVisible();

	await press(page, 'Begynd');
	await page.getByRole('main').getByRole('button', { name: 'Læs op' }).click();
	await expect
		.poll(async () => {
			await voice.finish();
			return (await voice.spoken()).slice(1);
		})
		.toEqual([
			'da-DK: Din samtale',
			'da-DK: Udsagn 1 af 4 Min sagsbehandler er god til at se muligheder for mig',
			'da-DK: Helt enig',
			'da-DK: Overvejende enig',
			'da-DK: Hverken enig eller uenig',
			'da-DK: Overvejende uenig',
			'da-DK: Helt uenig',
			'da-DK: Det passer ikke på mig',
			'da-DK: Jeg forstår ikke udsagnet'
		]);
	await voice.finish();
	await expect(page.locator('[data-aloud]')).toHaveCount(0);
});

test('where the device itself has no voice of the language it is said, and Danish is offered @long', async ({
	page
}) => {
	const voice = await withVoices(page, [
		{ lang: 'en-GB', localService: true },
		// Somebody else's machine would hear what is read.
		{ lang: 'da-DK', localService: false }
	]);
	await page.goto('/stevns/en/svar/2026-05');
	await expect(page.getByRole('banner').getByRole('button', { name: 'Read aloud' })).toBeVisible();
	await page.goto(ANSWERING);
	await page.getByRole('banner').getByRole('button', { name: 'Læs op' }).click();
	await expect(page.getByText('har ikke en stemme på dansk')).toBeVisible();
	expect(await voice.spoken()).toEqual([]);
	await page.goto('/stevns/xr/dit-svar');
	await page.getByRole('button', { name: /Læs op/ }).click();
	await expect(page.getByRole('link', { name: /Læs op på dansk/ })).toHaveAttribute(
		'href',
		'/stevns/dit-svar'
	);
});
