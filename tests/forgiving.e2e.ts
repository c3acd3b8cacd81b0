import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { ROLES } from '../src/lib/server/staff/roles.ts';
import { openRound } from './support/round.ts';
import type { Site } from './support/site.ts';
import { administrator, colleague, PASSWORD, type StaffClient } from './support/staff-client.ts';
import { pagesOf } from './support/staff-pages.ts';
import { expect, test } from './support/test.ts';

const ROUND = '2026-05';

/** A site with a round in every channel and two comments to read. */
async function atWork(site: Site): Promise<StaffClient> {
	const admin = await administrator(site, 'stevns');
	await openRound(site, 'stevns', { id: ROUND, channels: ['code', 'tablet', 'paper'] });
	const file = new Database(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	const add = file.prepare(
		"insert into comment (id, round, unit, text) values (?, ?, '2026-Q2', ?)"
	);
	add.run(Buffer.alloc(16, 1), ROUND, 'Der blev lyttet.');
	add.run(Buffer.alloc(16, 2), ROUND, 'Der var kort tid.');
	file.close();
	return admin;
}

const makeCodes = async (page: Page, leader: StaffClient): Promise<void> => {
	await page.goto(leader.address('/koder'));
	await page.getByLabel('Antal').fill('3');
	await page.getByRole('button', { name: 'Lav koder' }).click();
	await expect(page.getByRole('heading', { name: '3 koder er lavet' })).toBeVisible();
};

test('codes that nobody took with them are told from those that went out, put right and taken back, with a line in the log', async ({
	another,
	page
}) => {
	test.setTimeout(120_000);
	const site = await another();
	const admin = await atWork(site);
	const leader = await colleague(admin, 'Karen', ['leader']);
	await leader.lend(page.context());
	const rows = page.getByRole('row').filter({ hasText: 'maj 2026' });

	await makeCodes(page, leader);
	const asked = page.waitForEvent('dialog');
	const going = page.getByRole('link', { name: 'Målinger', exact: true }).first().click();
	const dialog = await asked;
	expect(dialog.message()).toContain('ikke hentet eller udskrevet');
	await dialog.dismiss();
	await going;
	await expect(page.getByRole('heading', { name: '3 koder er lavet' })).toBeVisible();
	await page.goto(leader.address('/koder'));
	await expect(rows).toContainText('Ikke hentet eller udskrevet');

	await makeCodes(page, leader);
	await page.getByRole('button', { name: 'Udskriv breve' }).click();
	await expect(page.getByText('Koderne tæller nu med som udsendt.')).toBeVisible();
	await expect(rows.first()).toContainText('Delt ud');

	// The ones that are lost are taken back; without JavaScript too, it is two pages and a form.
	await rows
		.last()
		.getByRole('link', { name: /Ret eller kassér/ })
		.click();
	await page.getByText('Kassér', { exact: true }).first().click();
	await page.getByLabel('Hvorfor?').last().fill('Fanen blev lukket');
	await page.getByRole('button', { name: 'Kassér' }).click();
	await expect(page.getByText('Det er kasseret og tæller ikke med.')).toBeVisible();
	await expect(rows.last()).toContainText('Kasseret');
	await rows
		.first()
		.getByRole('link', { name: /Ret eller kassér/ })
		.click();
	await page.getByLabel('Antal, der er delt ud').fill('2');
	await page.getByLabel('Hvorfor?').first().fill('Ét brev kom retur');
	await page.getByRole('button', { name: 'Gem rettelsen' }).click();
	await expect(page.getByText('Rettelsen er gemt.')).toBeVisible();
	await page.goto(leader.address('/haendelser'));
	const log = page.getByRole('main');
	for (const words of ['Kasserede det, der er delt ud', 'Fanen blev lukket', 'Ét brev kom retur']) {
		await expect(log).toContainText(words);
	}
});

test('editing one comment and showing another loses nothing', async ({ another, page }) => {
	const site = await another();
	const secretary = await colleague(await atWork(site), 'Ulla', ['secretary']);
	await secretary.lend(page.context());
	await page.goto(secretary.address('/kommentarer'));
	const texts = page.getByLabel('Teksten, som andre skal se');
	await texts.last().fill('Halvt rettet');
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await expect(page.getByText('Kommentaren bliver vist.')).toBeVisible();
	await expect(texts).toHaveCount(1);
	await expect(texts).toHaveValue('Halvt rettet');
});

test('a comment that was shown by mistake is taken back', async ({ another, page }) => {
	const site = await another();
	const secretary = await colleague(await atWork(site), 'Ulla', ['secretary']);
	await secretary.lend(page.context());
	await page.goto(secretary.address('/kommentarer'));
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByText('2 kommentarer venter')).toBeVisible();
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await page.goto(secretary.address('/kommentarer'));
	await page.getByText('Vis den kommentar, andre kan læse').click();
	await page.getByRole('button', { name: 'Tag tilbage' }).click();
	await expect(page.getByText('2 kommentarer venter')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test(`what cannot be undone asks first, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
		another,
		browser
	}) => {
		const site = await another();
		const admin = await administrator(site, 'stevns');
		const context = await browser.newContext({ javaScriptEnabled });
		await admin.lend(context);
		const page = await context.newPage();
		await page.goto(admin.address('/indstillinger'));
		const smallest = page.getByLabel('Mindste gruppe, der bliver vist');
		const before = await smallest.inputValue();
		await smallest.fill('20');
		await page.getByRole('button', { name: 'Gem' }).click();
		await expect(page.getByRole('heading', { name: 'Gem indstillingerne?' })).toBeVisible();
		await page.getByRole('link', { name: 'Nej, gå tilbage' }).click();
		if (javaScriptEnabled) {
			await expect(smallest).toHaveValue('20');
			await expect(page.getByText('Nu står det her igen.')).toBeVisible();
			await page.getByRole('button', { name: 'Fjern det igen' }).click();
		}
		await expect(smallest).toHaveValue(before);
		await smallest.fill('20');
		await page.getByRole('button', { name: 'Gem' }).click();
		await page.getByRole('button', { name: 'Ja, gem dem' }).click();
		await expect(page.getByText('Det er gemt.')).toBeVisible();
		await page.goto(admin.address('/indstillinger'));
		await expect(smallest).toHaveValue('20');
		await expect(page.getByText('Nu står det her igen.')).toHaveCount(0);
		await context.close();
	});
}

test('a session that ends while someone writes gives the text back in the same place', async ({
	another,
	page
}) => {
	const site = await another();
	const leader = await colleague(await atWork(site), 'Karen', ['leader']);
	await leader.lend(page.context());
	await page.goto(leader.address(`/maalinger/${ROUND}`));
	await page.getByText('Stop for nye', { exact: true }).first().click();
	await page.getByLabel('Hvorfor?').last().fill('Vi har nok svar til kvartalet');
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Stop for nye' }).click();
	await page.getByLabel('E-mail').fill('karen@stevns.example');
	await page.getByLabel('Adgangskode').fill(PASSWORD);
	await page.getByRole('button', { name: 'Log ind' }).click();
	await page.getByLabel('Seks cifre').fill(leader.code(1));
	await page.getByRole('button', { name: 'Bekræft' }).click();
	await expect(page).toHaveURL(leader.address(`/maalinger/${ROUND}`));
	await expect(page.getByLabel('Hvorfor?').last()).toHaveValue('Vi har nok svar til kvartalet');
	await expect(page.getByText('Nu står det her igen.')).toBeVisible();
});

/** Writes in every form of the page as somebody would. @returns what now stands in each field */
const writeEverywhere = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const forms = [...document.querySelectorAll<HTMLFormElement>('main form')].filter(
			(form) => form.method === 'post' && !('keepsItself' in form.dataset)
		);
		const fields = forms.flatMap((form) =>
			[...form.elements].filter(
				(each): each is HTMLInputElement | HTMLTextAreaElement =>
					(each instanceof HTMLTextAreaElement ||
						(each instanceof HTMLInputElement && /^(text|email|search)$/.test(each.type))) &&
					each.name !== '' &&
					!each.readOnly &&
					each.autocomplete !== 'one-time-code'
			)
		);
		for (const [n, field] of fields.entries()) {
			field.value = `Skrevet ${n}`;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
		return fields.map(({ value }) => value);
	});

test('in every form of every staff page what was written is back after signing in again', async ({
	another,
	page
}) => {
	test.setTimeout(300_000);
	const site = await another();
	const admin = await atWork(site);
	const { id } = await admin.invite('Venter', ['leader']);
	const parameters = { user: id, round: ROUND, questionnaire: 'samtale', version: '1', batch: '1' };
	const seen = new Set<string>();
	page.on('dialog', (dialog) => void dialog.accept());
	for (const role of ROLES) {
		const desk = role === 'administrator' ? admin : await colleague(admin, role, [role]);
		await desk.lend(page.context());
		const pages = pagesOf(role, parameters).filter((path) => !path.endsWith('/csv'));
		for (const path of pages) {
			if (seen.has(path) || /^\/(log-|invitation)/.test(path)) continue;
			const reply = await page.goto(desk.address(path));
			if (!reply?.ok()) continue;
			const written = await writeEverywhere(page);
			if (written.length === 0) continue;
			seen.add(path);
			await page.waitForTimeout(400);
			await page.context().clearCookies();
			await page.evaluate(() => {
				const forms = [...document.querySelectorAll<HTMLFormElement>('main form')];
				const form = forms.find(
					(each) => each.method === 'post' && each.querySelector('input, textarea')
				);
				if (!form) return;
				form.noValidate = true;
				form.requestSubmit();
			});
			await page.waitForURL(/\/log-ind/);
			await desk.lend(page.context());
			const til = new URL(page.url()).searchParams.get('til');
			expect(til, path).toBe(new URL(desk.address(path)).pathname);
			await page.goto(site.url + til);
			await expect
				.poll(
					() =>
						page.evaluate(
							() =>
								[
									...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)')
								].filter(({ value }) => /^Skrevet \d+$/.test(value)).length
						),
					{ message: path }
				)
				.toBe(written.length);
			await page.evaluate(() => sessionStorage.clear());
		}
	}
	console.log(`${seen.size} pages with forms: ${[...seen].join(' ')}`);
	expect(seen.size).toBeGreaterThan(15);
});
