import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoDesk, invent, signIn } from './support/invented.ts';
import { open } from './support/jobindsats.ts';
import { expect, test } from './support/test.ts';

const LINES = `mål;periode;værdi;hele landet;kilde
sick-leave-weeks;2026-01;29,1;33,4;Jobindsats
sick-leave-weeks;2026-02;1.028,5;-;Jobindsats
sick-leave-weeks;2026-03;..;;Jobindsats
sick-leave-weeks;2026-05;28;;Jobindsats`;

test('figures are pasted, foreseen and saved once; what is wrong is told by line', async ({
	another,
	browser
}) => {
	const site = await another({ TODAY: '2026-06-20' });
	await invent(site, { municipality: 'vejen' });
	const page = await signIn(await browser.newContext(), site, 'secretary', 'vejen');
	const intern = `${site.url}/vejen/intern`;
	await page.goto(`${intern}/maal`);
	await expect(page.getByText('Der er ikke skrevet nogen tal endnu.')).toBeVisible();
	await page.goto(`${intern}/maaned`);
	await expect(page.getByText('Der er ikke kommet nogen tal endnu.')).toBeVisible();

	await page.goto(`${intern}/tal`);
	const paste = page.getByLabel('Eller sæt linjerne ind her');
	const see = page.getByRole('button', { name: 'Se, hvad der sker' });
	await paste.fill(LINES.replace('29,1', 'meget').replace('2026-05', '2026-Q2'));
	await see.click();
	await expect(page.getByText('Linje 2: "meget" er ikke et tal.')).toBeVisible();
	await expect(page.getByText('Linje 5: Målet tælles pr. måned.')).toBeVisible();
	// What was typed is still there.
	await expect(paste).toHaveValue(/meget/);
	// Half a file.
	await paste.fill(LINES.slice(0, -';;Jobindsats'.length));
	await see.click();
	await expect(page.getByText('Linje 5: Der mangler en kilde.')).toBeVisible();

	await paste.fill(LINES);
	await see.click();
	await expect(page.getByText('4 nye tal, 0 rettelser')).toBeVisible();
	await expect(page.getByText('der mangler tallet for april 2026')).toBeVisible();
	await page.getByRole('button', { name: 'Gem 4 tal' }).click();
	await expect(page.getByText('4 nye tal er gemt')).toBeVisible();
	// Again, and with another value.
	await paste.fill(LINES.replace(';28;', ';29;'));
	await see.click();
	await expect(page.getByText('0 nye tal, 1 rettelse, 3 står der allerede')).toBeVisible();
	await page.getByLabel('Hvorfor rettes tallet?').fill('Byttet om');
	await page.getByRole('button', { name: 'Gem 1 tal' }).click();
	await expect(page.getByText('1 er rettet')).toBeVisible();
	await page.goto(`${intern}/maal/sick-leave-weeks`);
	await page.getByText('Alt, der er skrevet').click();
	await expect(page.getByText('Rettelse: Byttet om')).toBeVisible();

	const reply = await page.request.get(`${intern}/tal/csv`);
	expect(await reply.text()).toContain('sick-leave-weeks/figure;');
});

test('tables are fetched from Jobindsats by the press of a button, and by a command @long', async ({
	another,
	browser
}) => {
	const standIn = await open();
	try {
		standIn.tables.set('y07a07', {
			name: 'Varighed',
			columns: ['Uger'],
			rows: { '2026M03': { own: ['29,1'], country: ['33,4'] } }
		});
		const file = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-')), 'keys.json');
		writeFileSync(file, JSON.stringify({ vejen: { key: standIn.key } }));
		const site = await another({ JOBINDSATS_FILE: file, JOBINDSATS_URL: standIn.url });
		await invent(site, { municipality: 'vejen' });
		const page = await signIn(await browser.newContext(), site, 'leader', 'vejen');
		await page.goto(`${site.url}/vejen/intern/tal`);
		// The day's turn has been there.
		await expect(page.getByText('ikke alt lykkedes')).toBeVisible();
		await expect(page.getByText('Tabellen findes ikke').first()).toBeVisible();
		standIn.tables.get('y07a07')!.rows['2026M04'] = { own: ['28,9'], country: ['33'] };
		await page.getByRole('button', { name: 'Hent tallene nu' }).click();
		const kept = site.file('vejen');
		const count = kept.prepare<[], number>('select count(*) from registered_figure').pluck();
		await expect.poll(() => count.get()).toBe(2);
		kept.close();
		await expect(page.getByText('1 nyt tal')).toBeVisible();
		await page.goto(`${site.url}/vejen/intern/maal/sick-leave-weeks`);
		await expect(page.getByText('28,9 uger').first()).toBeVisible();
		await expect(page.getByText('Tabel y07a07: Varighed')).toBeVisible();
		const { code, out, error } = await site.command('jobindsats', 'vejen');
		expect([code, out]).toEqual([1, expect.stringContaining('no-such-table')]);
		const all = site.printed() + out + error;
		expect(all).not.toContain(standIn.key);
		expect(all).not.toContain('28,9');
	} finally {
		await standIn.close();
	}
});

test('from an idea to done in two presses, and out to those who said it @long', async ({
	another,
	browser
}) => {
	const site = await another();
	await invent(site, { goals: true });
	const page = await signIn(await browser.newContext(), site, 'leader');
	const home = `${site.url}/stevns`;
	await page.goto(`${home}/intern`);
	// What is late stands first.
	await expect(page.locator('.cards h3').first()).toHaveText('I sagde – vi gjorde');
	await page.goto(`${home}/intern/initiativer`);
	await expect(page.getByText('Fristen').first()).toBeVisible();
	await page.getByLabel('Hvad har vi hørt?').first().fill('Døren er svær at finde.');
	await page.getByLabel('Hvad gør vi?').first().fill('Vi har sat et skilt op.');
	const form = page.locator('form', {
		has: page.getByRole('button', { name: 'Skriv det på listen' })
	});
	await form.getByText('Borgerne må se det').click();
	await expect(form.getByLabel('Borgerne må se det')).toBeChecked();
	await page.getByRole('button', { name: 'Skriv det på listen' }).click();
	await expect(page.getByText('Det står på listen.')).toBeVisible();
	const mine = page.locator('li', { hasText: 'Døren er svær at finde.' });
	await mine.getByRole('button', { name: 'Færdig' }).click();
	await expect(page.getByText('Det er noteret.')).toBeVisible();

	const citizen = await (await browser.newContext()).newPage();
	await citizen.goto(home);
	await expect(citizen.getByText('Vi har sat et skilt op.')).toBeVisible();
	await citizen.getByRole('link', { name: 'Kommunens mål' }).click();
	await expect(citizen.getByRole('heading', { name: 'Mål', exact: true })).toBeVisible();
	await expect(citizen.getByText('Vi har sat et skilt op.')).toBeVisible();
	await citizen.goto(`${home}/resultater`);
	await expect(citizen.getByText('Vi har sat et skilt op.')).toBeVisible();
	await citizen.goto(`${home}/resultater/loefter`);
	await expect(citizen.getByText('I sagde – vi gjorde').first()).toBeVisible();
});

test('results open with a way back to the staff’s pages, for as long as one is signed in @long', async ({
	another,
	browser
}) => {
	const site = await another();
	await invent(site);
	const page = await signIn(await browser.newContext(), site, 'leader');
	await page.goto(`${site.url}/stevns/intern`);
	await page.getByRole('link', { name: 'Resultater', exact: true }).click();
	await page.getByRole('link', { name: 'Medarbejdersider' }).click();
	await page.waitForURL('**/intern');
	await page.getByRole('button', { name: 'Log ud' }).click();
	await page.goto(`${site.url}/stevns/resultater`);
	await expect(page.getByRole('link', { name: 'Medarbejdersider' })).toHaveCount(0);
});

test('every page of goals says something to whoever may read it', async ({ another }) => {
	const site = await another();
	await invent(site, { municipality: 'glostrup', goals: true });
	for (const role of ['leader', 'chair', 'secretary'] as const) {
		const desk = await demoDesk(site, role, 'glostrup');
		for (const path of ['/maal', '/maaned', '/maaned?periode=2025', '/maaned?periode=planen']) {
			const reply = await desk.get(path);
			expect([role, path, reply.status]).toEqual([role, path, 200]);
			expect(await reply.text()).toContain('Hvem får hvilken ydelse?');
		}
	}
	const expired = await (await fetch(`${site.url}/glostrup/maal`)).text();
	expect(expired).toContain('2.743');
});
