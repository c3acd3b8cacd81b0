import type { Page } from '@playwright/test';
import { asleep } from './support/asleep.ts';
import { atWork, awake, kept, ROUND } from './support/at-work.ts';
import { colleague, PASSWORD } from './support/staff-client.ts';
import { isAtWork, staffPages } from './support/staff-pages.ts';
import { expect, test } from './support/test.ts';

test('editing one comment and showing another loses nothing @long', async ({ another, page }) => {
	test.setTimeout(180_000);
	const site = await another();
	const secretary = await colleague(await atWork(site), 'Ulla', ['secretary']);
	await secretary.lend(page.context());
	await awake(page, secretary.address('/kommentarer'));
	const texts = page.getByLabel('Teksten, som andre skal se');
	await texts.last().fill('Halvt rettet');
	await kept(page);
	await page.getByRole('button', { name: 'Vis for andre' }).first().click();
	await expect(page.getByText('Kommentaren bliver vist.')).toBeVisible();
	await expect(texts).toHaveCount(1);
	await expect(texts).toHaveValue('Halvt rettet');
});

test('a session that ends while someone writes gives the text back in the same place', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const leader = await colleague(await atWork(site), 'Karen', ['leader']);
	await leader.lend(page.context());
	await awake(page, leader.address(`/maalinger/${ROUND}`));
	await page.getByText('Stop for nye', { exact: true }).first().click();
	await page.getByLabel('Hvorfor?').last().fill('Vi har nok svar til kvartalet');
	await kept(page);
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

test('what was unfolded before a page woke stays unfolded when it wakes @long', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const leader = await colleague(await atWork(site), 'Karen', ['leader']);
	await leader.lend(page.context());
	const wake = await asleep(page);
	await page.goto(leader.address(`/maalinger/${ROUND}`), { waitUntil: 'commit' });
	const fold = page.locator('main details', { hasText: 'Stop for nye' });
	await fold.locator('summary').click();
	await expect(fold).toHaveAttribute('open');
	wake();
	await fold.getByLabel('Hvorfor?').fill('Vi har nok svar');
	await kept(page);
	await expect(fold).toHaveAttribute('open');
	await expect(fold.getByLabel('Hvorfor?')).toBeVisible();
});

test('a no on a page that never came to life gives back what was typed @long', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const admin = await atWork(site);
	await admin.lend(page.context());
	await awake(page, admin.address('/indstillinger'));
	const smallest = page.getByLabel('Mindste gruppe, der bliver vist');
	await smallest.fill('20');
	await kept(page);
	const wake = await asleep(page);
	await page.getByRole('button', { name: 'Gem' }).click();
	await page.getByRole('link', { name: 'Nej, gå tilbage' }).click();
	wake();
	await expect(smallest).toHaveValue('20');
	await expect(page.getByText('Nu står det her igen.')).toBeVisible();
	await expect(page).toHaveURL(admin.address('/indstillinger'));
});

test('what is typed before a refusal’s page wakes is not replaced by what was refused @long', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const leader = await colleague(await atWork(site), 'Ida', ['leader']);
	await leader.lend(page.context());
	await awake(page, leader.address('/tal'));
	const paste = page.getByLabel('Eller sæt linjerne ind her');
	await paste.fill('mål;periode;værdi;kilde\nfindes-ikke;2026-01;29,1;Jobindsats');
	await kept(page);
	const wake = await asleep(page);
	await page.getByRole('button', { name: 'Se, hvad der sker' }).click();
	await expect(page.getByText('Linje 2:')).toBeVisible();
	await paste.fill('Skrevet på ny');
	wake();
	await page.waitForLoadState('networkidle');
	await kept(page);
	await expect(paste).toHaveValue('Skrevet på ny');
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

test(
	'in every form of every staff page what was written is back after signing in again',
	{ tag: '@long' },
	async ({ another, page }) => {
		test.setTimeout(600_000);
		const site = await another();
		const admin = await atWork(site);
		const { id } = await admin.invite('Venter', ['leader']);
		const parameters = {
			user: id,
			round: ROUND,
			questionnaire: 'samtale',
			version: '1',
			batch: '1'
		};
		const seen = new Set<string>();
		page.on('dialog', (dialog) => void dialog.accept());
		const walk = staffPages(page.context(), admin, parameters);
		for await (const { desk, path } of walk) {
			if (!isAtWork(path) || seen.has(path)) continue;
			const reply = await awake(page, desk.address(path));
			if (!reply?.ok()) continue;
			const written = await writeEverywhere(page);
			if (written.length === 0) continue;
			seen.add(path);
			await kept(page);
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
			// As signing in leads back, also where the page for it had not come to life.
			await page.goto(site.url + til, { referer: page.url() });
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
		console.log(`${seen.size} pages with forms: ${[...seen].join(' ')}`);
		expect(seen.size).toBeGreaterThan(15);
	}
);
