import { randomUUID } from 'node:crypto';
import { addMonths, today } from '../src/lib/calendar.ts';
import { entered } from './support/compliance.ts';
import { administrator, colleague } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

const ASKED = 60;
const ANSWERED = 12;

test('from an empty site to its first figure, as OPERATING walks: nothing real before it may be', async ({
	another,
	page
}) => {
	test.setTimeout(180_000);
	const site = await another({ DEMO: '0', TODAY: '' });
	const day = today();
	const admin = await administrator(site, 'stevns');
	const leader = await colleague(admin, 'Karen', ['leader']);
	await leader.lend(page.context());

	// What the leader does: the papers once, then a round, codes and letters.
	await page.goto(leader.address('/maalinger/ny'));
	await page.getByRole('link', { name: 'Gå til Før start' }).click();
	for (const [label, value] of Object.entries({
		'Adresse og mail, borgere kan skrive til': entered.controllerContact,
		'Telefon, som borgere kan ringe til efter en dårlig samtale': entered.telephone ?? '',
		'Databeskyttelsesrådgiverens navn': entered.dpoName,
		'Databeskyttelsesrådgiverens mail og telefon': entered.dpoContact,
		'Den nationale regel, og hvorfor den gælder': entered.basisRule,
		Begrundelse: entered.specialReason,
		'Dato for konsekvensanalysen': day,
		'Beslutning om arkivering': entered.archive
	})) {
		await page.getByLabel(label, { exact: true }).fill(value);
	}
	await page.getByLabel('Artikel 6').selectOption(entered.basis);
	await page.getByLabel('Artikel 9 (helbred og andet følsomt)').selectOption(entered.special);
	await page.getByLabel('Kommunen selv').check();

	// A round that is put together before the papers are there is refused, whatever the page says.
	const others = await page.context().newPage();
	const newRound = async (on: typeof page) => {
		await on.goto(leader.address('/maalinger/ny'));
		await on.getByLabel('Navn').fill('Den første måling');
		await on.getByLabel('Første dag').fill(day);
		await on.getByLabel('Sidste dag').fill(`${addMonths(day.slice(0, 7), 3)}-28`);
		await on.getByLabel('Hvor mange regner I med at spørge?').fill('900');
		await on.getByRole('checkbox', { name: 'Personlig kode' }).check();
		await on.getByRole('button', { name: 'Se datoer' }).click();
	};
	await newRound(others);
	await expect(others.getByRole('alert').first()).toContainText('kan ikke spørges rigtige borgere');
	await expect(others.getByRole('button', { name: 'Åbn målingen' })).toHaveCount(0);
	await others.close();

	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByText('de tre papirer er opdateret')).toBeVisible();
	// The sizes of the teams came with the plan: an administrator says that they are the municipality's own.
	await newRound(page);
	await expect(page.getByRole('alert').first()).toContainText('hvor mange sagsbehandlere');
	await admin.lend(page.context());
	await page.goto(admin.address('/plan/team'));
	await page.getByRole('button', { name: 'Ja, det er vores tal' }).click();
	await expect(page.getByText('Tallene er bekræftet.')).toBeVisible();
	await leader.lend(page.context());
	await newRound(page);
	await page.getByRole('button', { name: 'Åbn målingen' }).click();
	await expect(page.getByText('Målingen er åbnet.')).toBeVisible();
	await page.getByRole('link', { name: 'Koder' }).first().click();
	await page.getByLabel('Antal').fill(String(ASKED));
	await page.getByRole('button', { name: 'Lav koder' }).click();
	await expect(page.getByRole('heading', { name: `${ASKED} koder er lavet` })).toBeVisible();
	const links = await page.locator('.letter .big-code').allTextContents();
	expect(links).toHaveLength(ASKED);

	// What citizens do.
	const file = site.file('stevns');
	const round = file.prepare<[], string>('select id from round').pluck().get() ?? '';
	file.close();
	const questions = await (await fetch(`${site.url}/stevns/svar/${round}`)).text();
	const item = /name="(answer-[\w-]+)"/.exec(questions)?.[1] ?? '';
	for (const code of links.slice(0, ANSWERED)) {
		const answered = await fetch(`${site.url}/stevns/svar/${round}?/send`, {
			method: 'POST',
			headers: { origin: site.url, accept: 'text/html' },
			redirect: 'manual',
			body: new URLSearchParams({ id: randomUUID(), code: code.trim(), [item]: '4' })
		});
		expect(answered.status).toBe(303);
	}
	const rights = await fetch(`${site.url}/stevns/dine-rettigheder`);
	expect(await rights.text()).toContain(entered.dpoName);

	// A month and a half later, which only a demo can be told.
	await site.stop();
	const { DATA_DIR = '', KEYS_DIR = '' } = site.variables;
	const TODAY = `${addMonths(day.slice(0, 7), 2)}-15`;
	const later = await another({ DATA_DIR, KEYS_DIR, DEMO: '1', TODAY });
	await page.goto(`${later.url}/stevns/resultater`);
	const figure = new RegExp(`\\b${ANSWERED} (har svaret|svar|af ${ASKED})\\b`);
	await expect(page.getByText(figure).first()).toBeVisible();
});
