import type { BrowserContext, Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import type { House } from './support/house.ts';
import { invent, signIn } from './support/invented.ts';
import { expect, test } from './support/test.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const csv = (...lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
	name: 'liste.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(['Sagsnøgle;Startdato;Slutdato;Team', ...lines].join('\n'))
});

/** The fingerprint of lines that can all be drawn, by another hand than the program's. */
const digestOf = (lines: string[]): string =>
	sha256(
		lines
			.map((line) => `${line.split(';')[0]};Team\n`)
			.sort()
			.join('')
	);

/** Everything that a browser sends, addresses and bodies. */
function listen(context: BrowserContext): string[] {
	const sent: string[] = [];
	context.on('request', (request) => {
		sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
	});
	return sent;
}

/** Begins a course of interviews and goes to its draw. @returns the course's address */
async function begin(page: Page, house: House, wanted = 3): Promise<string> {
	await page.goto(`${house.url}/stevns/intern/interviewforloeb`);
	await page
		.getByRole('link', { name: /Begynd forløbet.*Borgerinterview/ })
		.first()
		.click();
	await page.getByLabel('Hvor mange borgere skal interviewes?').fill(String(wanted));
	await page.getByLabel('Inger Vestergaard (udvalgsformand)').check();
	await page.getByRole('button', { name: 'Begynd forløbet' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Borgerinterview');
	return page.url();
}

async function type(page: Page, course: string, number: string): Promise<void> {
	await page.goto(`${course}/lodtraekning`);
	await page.getByLabel('Dit tal').fill(number);
	await page.getByRole('button', { name: 'Tast tallet' }).click();
}

/** What citizens of a list are called must be nowhere but in the browser that read it. */
function expectNowhere(secret: string, sent: string[], house: House): void {
	expect(sent.length).toBeGreaterThan(30);
	expect(sent.filter((each) => each.includes(secret))).toEqual([]);
	expect(house.printed()).not.toContain(secret);
	const file = house.file('stevns');
	expect(file.serialize().includes(secret)).toBe(false);
	file.close();
}

test('a list of 50,000 lines: the page shows how far it has come, and nothing of it is sent', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const house = await another();
	await invent(house);
	const context = await browser.newContext();
	const sent = listen(context);
	const leader = await signIn(context, house, 'leader');
	const course = await begin(leader, house);
	const lines = Array.from({ length: 50_000 }, (_, n) => `HEMLIG-${100_000 + n};2025-01-15;;Team`);
	await leader.goto(`${course}/lodtraekning`);
	// A page that is frozen draws no frames: each that it draws notes how far the reading has come.
	await leader.evaluate(() => {
		const seen = new Set<number>();
		const look = () => {
			const progress = document.querySelector('progress');
			if (progress) seen.add(progress.value);
			document.documentElement.dataset.steps = String(seen.size);
			requestAnimationFrame(look);
		};
		look();
	});
	await leader.getByLabel('Listen (CSV)').setInputFiles(csv(...lines));
	await expect(leader.getByText('50000 af 50000 kan trækkes.')).toBeVisible({ timeout: 60_000 });
	expect(Number(await leader.locator('html').getAttribute('data-steps'))).toBeGreaterThan(2);
	await expect(leader.getByText(digestOf(lines))).toBeVisible();
	await leader.getByRole('button', { name: 'Lås listen' }).click();
	await expect(leader.getByText('Listen er låst.')).toBeVisible();
	expectNowhere('HEMLIG', sent, house);
});

test('a draw: nobody sees the other’s number, nothing of the list is sent, and it can be redone', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const house = await another();
	await invent(house);
	const leaderIn = await browser.newContext();
	const chairIn = await browser.newContext();
	const sent = [leaderIn, chairIn].map(listen);
	const leader = await signIn(leaderIn, house, 'leader');
	const chair = await signIn(chairIn, house, 'chair');
	const course = await begin(leader, house);
	const lines = Array.from({ length: 60 }, (_, n) => `HEMLIG-${100 + n};2025-01-15;;Team`);
	await leader.goto(`${course}/lodtraekning`);
	await leader.getByLabel('Listen (CSV)').setInputFiles(csv(...lines));
	await leader.getByRole('button', { name: 'Lås listen' }).click();
	await expect(leader.getByText('Listen er låst.')).toBeVisible();

	await type(leader, course, '271828');
	await chair.goto(`${course}/lodtraekning`);
	await expect(chair.getByText('Karen Holm har tastet sit tal.')).toBeVisible();
	expect(await chair.content()).not.toContain('271828');
	await type(chair, course, '23');
	await expect(chair.getByText('der er trukket lod')).toBeVisible();
	const seed = sha256(`${digestOf(lines)}000023271828`);
	await expect(chair.getByText(seed)).toBeVisible();
	await expect(chair.getByText('Udvalgsformand, Inger Vestergaard: 000023')).toBeVisible();
	await expect(chair.getByText('Leder, Karen Holm: 271828')).toBeVisible();

	// The printed steps, done by hand, name the same keys as the page does with the list.
	const order = lines
		.map((line) => line.split(';')[0] ?? '')
		.map((key) => ({ key, place: sha256(seed + key) }))
		.sort((a, b) => (a.place < b.place ? -1 : 1))
		.map(({ key }) => key);
	await leader.goto(course);
	await leader.getByText('Se, hvem numrene er').click();
	await leader.getByLabel('Vælg den samme liste').setInputFiles(csv(...lines));
	for (const [index, key] of order.slice(0, 3).entries()) {
		const row = leader.getByRole('row', { name: `Nr. ${index + 1}` });
		await expect(row.getByText(key)).toBeVisible();
	}
	await leader
		.getByRole('row', { name: 'Nr. 2' })
		.getByRole('button', { name: 'Jeg kender personen' })
		.click();
	const fourth = leader.getByRole('row', { name: 'Nr. 4' });
	await expect(fourth).toContainText('I stedet for nr. 2');
	await expect(leader.getByText('Karen Holm kender personen')).toBeVisible();
	await leader.getByText('Se, hvem numrene er').click();
	await leader.getByLabel('Vælg den samme liste').setInputFiles(csv(...lines.slice(1)));
	await expect(leader.getByText('Det er ikke den liste, der blev låst.')).toBeVisible();
	expectNowhere('HEMLIG', sent.flat(), house);
});

test('a list that is wrong is told what is wrong, line by line', async ({ another, browser }) => {
	const house = await another();
	await invent(house);
	const leader = await signIn(await browser.newContext(), house, 'leader');
	await leader.goto(`${await begin(leader, house)}/lodtraekning`);
	const utf8 = (text: string) => Buffer.from(text);
	const cases: [string, Buffer, RegExp][] = [
		['empty', utf8(''), /Filen er tom/],
		['a spreadsheet', utf8('PK\x03\x04'), /Det er et regneark. Gem det som CSV/],
		['headings alone', utf8('nøgle;start\n'), /kun overskrifter/],
		['one column', utf8('nøgle\nA1\n'), /kun én kolonne/],
		['an open quote', utf8('nøgle;start\n"A1;2025-01-01\n'), /linje 2 begynder et anførselstegn/],
		['a CPR number', utf8('nøgle;start\n010180-1234;2025-01-01\n'), /ligner et CPR-nummer/],
		['a name', utf8('nøgle;start\nMette Hansen;2025-01-01\n'), /"Mette Hansen" ligner et navn/],
		['twice', utf8('nøgle;start\nA1;2025-01-01\nA1;2025-01-01\n'), /stod også på linje 2/],
		['no date', utf8('nøgle;start\nA1;i går\n'), /"i går" er ikke en dato/],
		['too young', utf8('nøgle;start\nA1;2026-05-01\n'), /Ingen på listen kan trækkes/],
		['a mark', utf8('\uFEFFnøgle;start\nA1;2025-01-01\n'), /UTF-8 med semikolon/],
		['commas', utf8('nøgle,start\nA1,2025-01-01\n'), /UTF-8 med komma/],
		['quotes', utf8('"nøgle";"start"\n"A1";"2025-01-01"\n'), /1 af 1 kan trækkes/],
		['old letters', Buffer.from('nøgle;start\nA1;2025-01-01\n', 'latin1'), /Windows-1252/]
	];
	for (const [name, buffer, said] of cases) {
		await leader
			.getByLabel('Listen (CSV)')
			.setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer });
		await expect(leader.getByText(said).first(), name).toBeVisible();
	}
	await leader
		.getByLabel('Listen (CSV)')
		.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: utf8('a;b\nA1;2025-01-01\n') });
	await leader.getByLabel('Nøgle', { exact: true }).selectOption('a');
	await leader.getByLabel('Startdato').selectOption('b');
	await expect(leader.getByText('1 af 1 kan trækkes.')).toBeVisible();
});

/** What lies on the device for the interviews of Stevns, as it lies there. */
const drawer = (page: Page): Promise<string> =>
	page.evaluate(
		() =>
			new Promise<string>((resolve, reject) => {
				const opening = indexedDB.open('oejenhoejde-noter-stevns');
				opening.onerror = () => reject(new Error('no drawer'));
				opening.onsuccess = () => {
					const all = opening.result.transaction('sealed').objectStore('sealed').getAll();
					all.onsuccess = () => {
						opening.result.close();
						resolve(JSON.stringify(all.result));
					};
				};
			})
	);

test('from the draw to the committee: the network is lost half-way, the chair returns it, and it is seen by two', async ({
	another,
	browser
}) => {
	test.setTimeout(180_000);
	const house = await another();
	await invent(house);
	const leaderIn = await browser.newContext();
	const leader = await signIn(leaderIn, house, 'leader');
	const chair = await signIn(await browser.newContext(), house, 'chair');
	const course = await begin(leader, house, 2);
	await leader.goto(`${course}/lodtraekning`);
	const lines = Array.from({ length: 20 }, (_, n) => `A-${n};2025-01-15;;Team`);
	await leader.getByLabel('Listen (CSV)').setInputFiles(csv(...lines));
	await leader.getByRole('button', { name: 'Lås listen' }).click();
	await type(leader, course, '7');
	await type(chair, course, '8');

	// Consent comes first, all of it.
	await leader.goto(course);
	await leader.getByRole('button', { name: 'Siger ja Nr. 1' }).click();
	await leader.getByRole('link', { name: 'Begynd interview Nr. 1' }).click();
	await leader.getByRole('button', { name: 'Borgeren har sagt ja. Begynd' }).click();
	await expect(leader.getByRole('alert')).toContainText('Alle punkter skal være læst op');
	for (const box of await leader.locator('.read-out input').all()) await box.check();
	await leader.getByRole('button', { name: 'Borgeren har sagt ja. Begynd' }).click();
	await expect(leader.getByRole('heading', { name: 'Interview nr. 1' })).toBeVisible();
	const interview = leader.url();

	// Eye level is asked about first: no statement measures it.
	const field = leader.getByLabel('Noter til spørgsmål 1', { exact: true });
	await expect(leader.getByRole('heading', { level: 2 }).first()).toContainText('øjenhøjde');
	await field.fill('Hun så op fra skærmen.');
	await expect(leader.getByText('Alt er gemt.')).toBeVisible();

	// The network goes, the talk goes on, and the machine dies.
	await leaderIn.setOffline(true);
	await field.fill(
		'Hun så op fra skærmen. Brevet forstod jeg ikke, så jeg ringede til min søster.'
	);
	await expect(leader.getByText('Det er gemt låst på denne enhed')).toBeVisible();
	const kept = await drawer(leader);
	expect(kept).toContain('ciphertext');
	expect(kept).not.toContain('skærmen');
	await leader.close();
	await leaderIn.setOffline(false);
	const again = await leaderIn.newPage();
	await again.goto(interview);
	await expect(again.getByLabel('Noter til spørgsmål 1', { exact: true })).toHaveValue(/søster/);
	await expect(again.getByText('Det, du skrev, da forbindelsen var væk, er hentet.')).toBeVisible();
	expect(await drawer(again)).toBe('[]');

	// Numbers and names are noticed while they are typed.
	const second = again.getByLabel('Noter til spørgsmål 2', { exact: true });
	await second.fill('Ring til mig på 22 33 44 55. Jeg talte med Mette Hansen.');
	await expect(again.getByText('Det ligner et telefonnummer.')).toBeVisible();
	await expect(again.getByText('Er det et navn? Mette Hansen.')).toBeVisible();
	await second.blur();
	await expect(second).toHaveValue('Ring til mig på […]. Jeg talte med Mette Hansen.');
	await second.fill('Tegningen hjalp mig med at forstå reglerne.');
	await expect(again.getByText('Alt er gemt.')).toBeVisible();
	await again.getByText('Noget alarmerende?').click();
	await expect(again.getByText('barnets lov §§ 133 og 135')).toBeVisible();
	await expect(again.getByRole('link', { name: 'Ring 112' }).first()).toBeVisible();
	await again.getByRole('button', { name: 'Afslut interviewet' }).click();

	// Passages, by keyboard alone.
	await expect(again.getByRole('heading', { name: 'Steder i interview nr. 1' })).toBeVisible();
	const sentence = again.getByRole('checkbox', { name: /Brevet forstod jeg ikke/ });
	await sentence.focus();
	await again.keyboard.press('Space');
	const coding = again.locator('form.coding').filter({ has: sentence });
	await coding
		.getByLabel('Hvilket løfte')
		.selectOption('Vi forklarer de lovgivningsmæssige rammer i et relevant sprog');
	await coding.getByLabel('Kunne blive bedre').check();
	await coding.getByLabel('må bruges i egne ord').check();
	await coding.getByRole('button', { name: 'Gem markeringen' }).press('Enter');
	await expect(again.getByText('Markeringen er gemt.')).toBeVisible();
	await expect(again.getByRole('img', { name: /0 virker/ }).first()).toBeVisible();
	await again.getByRole('button', { name: 'Skriv interviewets opsummering' }).click();

	// What was said word for word and may not be is not sent.
	const text = again.getByLabel('Opsummeringen');
	await text.fill('En borger siger: Brevet forstod jeg ikke, så jeg ringede til min søster.');
	await again.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await expect(again.getByText('Sæt kryds ved alle punkter')).toBeVisible();
	for (const box of await again.locator('.checklist input').all()) await box.check();
	await again.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await expect(again.getByText('må ikke bruges ordret')).toBeVisible();
	await text.fill('Breve er svære at forstå alene.\n\nDet hjælper, når reglerne bliver tegnet.');
	for (const box of await again.locator('.checklist input').all()) await box.check();
	await again.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await expect(again.getByText('Opsummeringen er sendt.')).toBeVisible();
	const review = again.url().replace('?sendt', '');

	// Nobody else reads the raw notes, nor the summary before it is seen.
	const summary = review.replace('/gennemsyn/', '/opsummering/');
	for (const role of ['caseworker', 'secretary', 'administrator'] as const) {
		const other = await signIn(await browser.newContext(), house, role);
		for (const address of [interview, `${interview}/passager`, review, summary, course]) {
			for (const each of [address, `${address}/__data.json`]) {
				expect([role, each, (await other.request.get(each)).status()]).toEqual([role, each, 403]);
			}
		}
		const keep = await other.request.post(`${interview}?/keep`, {
			form: { writing: '{}' },
			headers: { origin: house.url }
		});
		expect([role, keep.status()]).toEqual([role, 403]);
	}

	// The chair returns it with a remark on a passage.
	await chair.goto(`${house.url}/stevns/intern`);
	await expect(chair.getByText('Én venter på dig.')).toBeVisible();
	await chair.getByRole('link', { name: 'Gennemsyn' }).first().click();
	await chair.getByRole('link', { name: /Interview nr. 1/ }).click();
	await expect(chair.getByRole('button', { name: 'Send tilbage med bemærkninger' })).toBeDisabled();
	const marked = chair.getByRole('checkbox', { name: 'Breve er svære at forstå alene.' });
	await marked.focus();
	await chair.keyboard.press('Space');
	await chair.getByLabel('Bemærkning til det, du har trykket på').fill('Hvilke breve?');
	await chair.getByRole('button', { name: 'Gem bemærkningen' }).press('Enter');
	await expect(chair.getByRole('complementary', { name: 'Bemærkning 1' })).toContainText(
		'Hvilke breve?'
	);
	await expect(chair.getByRole('button', { name: 'Gennemset – klar til udvalget' })).toBeDisabled();
	await chair.getByRole('button', { name: 'Send tilbage med bemærkninger' }).click();

	// It is mended, and the chair sees what has changed.
	await again.goto(`${house.url}/stevns/intern/gennemsyn`);
	await again.getByRole('link', { name: /Interview nr. 1/ }).click();
	await expect(again.getByText('Hvilke breve?')).toBeVisible();
	await again
		.getByLabel('Opsummeringen')
		.fill('Breve om regler er svære at forstå alene.\n\nDet hjælper, når reglerne bliver tegnet.');
	for (const box of await again.locator('.checklist input').all()) await box.check();
	await again.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await chair.goto(review);
	await chair.getByText('Hvad er ændret?').click();
	await expect(chair.locator('ins')).toHaveText('om regler ');
	await chair.getByRole('button', { name: 'Gennemset – klar til udvalget' }).click();
	await expect(chair.getByText('Nu skal den anden interviewer også bekræfte.')).toBeVisible();
	await again.goto(review);
	await again.getByRole('button', { name: 'Jeg bekræfter – klar til udvalget' }).click();
	await expect(again.getByText('gennemset og låst')).toBeVisible();

	// Into the quarter's material, and the committee's decision.
	const secretary = await signIn(await browser.newContext(), house, 'secretary');
	await secretary.goto(`${house.url}/stevns/intern/kvartalsmateriale`);
	await secretary.getByRole('button', { name: /Læg i materialet for 2. kvartal 2026/ }).click();
	await expect(secretary.getByText('Breve om regler er svære')).toBeVisible();
	await chair.goto(`${house.url}/stevns/intern/kvartalsmateriale`);
	await chair.getByText('Skriv udvalgets beslutning op').click();
	await chair.getByLabel('Mødedato').fill('2026-05-20');
	await chair.getByLabel('Punkt på dagsordenen').fill('4');
	await chair.getByLabel('Beslutning', { exact: true }).fill('Taget til efterretning.');
	await chair.getByRole('button', { name: 'Gem beslutningen' }).click();
	await expect(chair.getByText('punkt 4: Taget til efterretning.')).toBeVisible();

	// All of it stands in the log, and nothing of what was said does.
	const admin = await signIn(await browser.newContext(), house, 'administrator');
	await admin.goto(`${house.url}/stevns/intern/haendelser?hvad=draw-made`);
	await expect(admin.getByRole('cell', { name: 'Trak lod', exact: true })).toBeVisible();
	const log = await (await admin.request.get(`${house.url}/stevns/intern/haendelser/csv`)).text();
	for (const deed of [
		'Låste listen til en lodtrækning',
		'Trak lod',
		'Læste samtykket op og begyndte et interview',
		'Sendte en opsummering tilbage med bemærkninger',
		'Gennemså en opsummering',
		'Bekræftede et gennemsyn',
		'Skrev udvalgets beslutning op'
	]) {
		expect(log).toContain(deed);
	}
	expect(log).not.toContain('skærmen');
});

test('who is signed out while writing loses nothing, and who signs in instead reads nothing', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const house = await another();
	await invent(house, { interviews: true });
	const context = await browser.newContext();
	const leader = await signIn(context, house, 'leader');
	await leader.goto(`${house.url}/stevns/intern/interviewforloeb`);
	await leader
		.getByRole('link', { name: /opfundet/ })
		.first()
		.click();
	await leader.getByRole('link', { name: /^Åbn/ }).first().click();
	const field = leader.getByLabel('Noter til spørgsmål 1', { exact: true });
	await field.fill('Første ord.');
	const interview = leader.url();
	await expect(leader.getByText('Alt er gemt.')).toBeVisible();

	// Half an hour went by: the session is over, and somebody else takes the tablet.
	await context.clearCookies();
	await field.fill('Første ord. Og de næste.');
	await expect(leader.getByText('Du er logget ud.')).toBeVisible();
	const chair = await signIn(context, house, 'chair');
	await chair.goto(interview);
	await expect(chair.getByText('Alt er gemt.')).toBeVisible();
	expect(await chair.content()).not.toContain('Og de næste');
	expect(await drawer(chair)).toContain('ciphertext');

	await context.clearCookies();
	await signIn(context, house, 'leader');
	await leader.goto(interview);
	await expect(leader.getByLabel('Noter til spørgsmål 1', { exact: true })).toHaveValue(
		'Første ord. Og de næste.'
	);
	expect(await drawer(leader)).toBe('[]');
});
