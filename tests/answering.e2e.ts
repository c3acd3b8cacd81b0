import { answerAll, at, envelopes, press, unseal } from './support/answering.ts';
import { comments, counted, since } from './support/boxes.ts';
import { sharedRound } from './support/round.ts';
import { dump } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const ANSWERING = '/stevns/svar/2026-05';
const TOLD = 'Hun lyttede. Ring til 20 30 40 50 eller a@b.dk, mit CPR er 010190-1234.';
const KEPT = 'Hun lyttede. Ring til […] eller […], mit CPR er […].';

test.beforeEach(async ({ site }) => {
	await sharedRound(site, 'stevns');
});

test('a citizen answers on a phone, and the box holds just that', async ({ site, page }) => {
	const round = await sharedRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	const sent = envelopes(page);
	await page.goto('/stevns');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvordan var din samtale?');
	await page.getByRole('link', { name: 'Svar nu' }).click();
	await at(page, 'Før du svarer');
	await expect(page.getByText('Det er frivilligt at svare.')).toBeVisible();
	await expect(page.getByText('Vi gemmer ikke, hvad netop du har svaret.')).toBeVisible();
	await page.locator('summary').filter({ hasText: 'Hvad sker der med dit svar?' }).click();
	await expect(page.getByText('bliver ikke gemt sammen med dit navn')).toBeVisible();
	await press(page, 'Begynd');

	await at(page, 'Min sagsbehandler er god til at se muligheder for mig');
	await answerAll(page, ['Helt enig', 'Det passer ikke på mig', null, 'Overvejende uenig']);
	await at(page, 'Vil du fortælle mere?');
	await page.getByLabel('Din kommentar').fill(TOLD);
	for (const kind of ['et CPR-nummer', 'et telefonnummer', 'en e-mailadresse']) {
		await expect(page.getByText(`Det ligner ${kind}.`)).toBeVisible();
	}
	await press(page, 'Næste');
	await at(page, 'Lidt om dig');
	await page.getByRole('radio', { name: 'Jeg er sygemeldt' }).check();
	await press(page, 'Se mine svar igennem først');

	await at(page, 'Dine svar');
	await expect(page.getByText('Vi fjerner dem, når du sender.')).toBeVisible();
	await press(page, /^Ret svar.*Jeg har fået svar på mine spørgsmål/);
	await at(page, 'Jeg har fået svar på mine spørgsmål');
	await page.getByRole('radio', { name: 'Helt uenig' }).check();
	await press(page, 'Videre til mine svar');
	await at(page, 'Dine svar');
	await press(page, 'Send mine svar');

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	await expect(page.getByText('De næste tal kommer 10. juni 2026.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ring 70 201 201' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Lav mit billede' })).toBeVisible();

	const submission = await unseal(site, 'stevns', sent[0]);
	expect(sent).toHaveLength(1);
	expect(submission).toMatchObject({ comment: KEPT, about: { situation: 'sick-leave' } });
	expect(since(before, await counted(site, 'stevns', round))).toEqual({
		'open answered': 1,
		'open any': 1,
		'open a:5': 1,
		'open b:na': 1,
		'open c:1': 1,
		'open d:2': 1
	});
	expect(await comments(site, 'stevns', round)).toContain(KEPT);
	expect(await page.context().cookies()).toEqual([]);
	expect(await dump(page)).not.toContain('lyttede');
});

test('the keyboard alone answers, without a look at the review', async ({ site, page }) => {
	const round = await sharedRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	await page.goto(ANSWERING);
	const reach = async (name: string | RegExp) => {
		const button = page.getByRole('button', { name });
		for (let presses = 0; presses < 40; presses++) {
			if (await button.evaluate((each) => each === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`the keyboard never came to ${name}`);
	};
	await reach('Begynd');
	await page.keyboard.press('Enter');
	for (const statement of [1, 2, 3, 4]) {
		await expect(page.getByText(`Udsagn ${statement} af 4`)).toBeVisible();
		// The statement has the focus, so that it is what a screen reader says next.
		await expect(page.locator(':focus')).toHaveRole('heading');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'Overvejende enig' })).toBeChecked();
		// Enter goes on from an answer too, as it does from the button.
		if (statement > 2) await reach('Næste');
		await page.keyboard.press('Enter');
	}
	await at(page, 'Vil du fortælle mere?');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Kort og godt.');
	await reach('Næste');
	await page.keyboard.press('Space');
	await at(page, 'Lidt om dig');
	await reach('Send mine svar');
	// A press right after a step changed does nothing, by keyboard too.
	await expect(async () => {
		await page.keyboard.press('Enter');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible({ timeout: 2000 });
	}).toPass();
	const counts = { 'open a:4': 1, 'open b:4': 1, 'open c:4': 1, 'open d:4': 1 };
	expect(since(before, await counted(site, 'stevns', round))).toMatchObject(counts);
});

test('an unfinished answer survives a reload, and is gone when it is sent or the tab closes', async ({
	page
}) => {
	await page.goto(ANSWERING);
	await press(page, 'Begynd');
	await answerAll(page, ['Helt enig', null, 'Helt uenig', null]);
	await page.getByLabel('Din kommentar').fill('Husket.');
	await page.reload();
	await expect(page.getByLabel('Din kommentar')).toHaveValue('Husket.');

	const other = await page.context().newPage();
	await other.goto(ANSWERING);
	await at(other, 'Før du svarer');
	expect(await dump(other)).not.toContain('Husket');
	await other.close();

	await press(page, 'Næste');
	await press(page, 'Se mine svar igennem først');
	await expect(page.getByText('Husket.')).toBeVisible();
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	expect(await dump(page)).not.toContain('Husket');
	// Neither the browser's way back nor the address leads to what was answered.
	await page.goBack();
	await page.goto(ANSWERING);
	await at(page, 'Før du svarer');
});

test('back always works: the page’s own, the browser’s, and from the first statement', async ({
	page
}) => {
	await page.goto(ANSWERING);
	await press(page, 'Begynd');
	await page.getByRole('radio', { name: 'Helt enig' }).check();
	await press(page, 'Næste');
	await expect(page.getByText('Udsagn 2 af 4')).toBeVisible();
	await press(page, 'Tilbage');
	await expect(page.getByRole('radio', { name: 'Helt enig' })).toBeChecked();
	await press(page, 'Tilbage');
	await at(page, 'Før du svarer');
	await page.goForward();
	await expect(page.getByText('Udsagn 1 af 4')).toBeVisible();
	await page.goForward();
	await expect(page.getByText('Udsagn 2 af 4')).toBeVisible();
	await page.goBack();
	await page.goBack();
	await at(page, 'Før du svarer');
	await press(page, 'Begynd');
	await expect(page.getByRole('radio', { name: 'Helt enig' })).toBeChecked();
});

test('nothing chosen and nothing written is counted as a no, which is an answer to respect @long', async ({
	site,
	page
}) => {
	const round = await sharedRound(site, 'stevns');
	const before = await counted(site, 'stevns', round);
	await page.goto(ANSWERING);
	await press(page, 'Begynd');
	await answerAll(page, [null, null, null, null]);
	await press(page, 'Næste');
	await press(page, 'Send mine svar');
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	expect(since(before, await counted(site, 'stevns', round))).toEqual({ 'open declined': 1 });
});
