import { asleep } from './support/asleep.ts';
import { begin, csv, offlineNotes, type } from './support/course.ts';
import { invent, signIn } from './support/invented.ts';
import { expect, test } from './support/test.ts';

test('from the draw to the committee: the network is lost half-way, the chair returns it, and it is seen by two @long', async ({
	another,
	browser
}) => {
	test.setTimeout(180_000);
	const site = await another();
	await invent(site);
	const leaderIn = await browser.newContext();
	const leader = await signIn(leaderIn, site, 'leader');
	const chair = await signIn(await browser.newContext(), site, 'chair');
	const course = await begin(leader, site, 2);
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
	const kept = await offlineNotes(leader);
	expect(kept).toContain('ciphertext');
	expect(kept).not.toContain('skærmen');
	await leader.close();
	await leaderIn.setOffline(false);
	const again = await leaderIn.newPage();
	await again.goto(interview);
	await expect(again.getByLabel('Noter til spørgsmål 1', { exact: true })).toHaveValue(/søster/);
	await expect(again.getByText('Det, du skrev, da forbindelsen var væk, er hentet.')).toBeVisible();
	expect(await offlineNotes(again)).toBe('[]');

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
	await again.getByRole('button', { name: 'Ja, det er holdt' }).click();

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
		const other = await signIn(await browser.newContext(), site, role);
		for (const address of [interview, `${interview}/passager`, review, summary, course]) {
			for (const each of [address, `${address}/__data.json`]) {
				expect([role, each, (await other.request.get(each)).status()]).toEqual([role, each, 403]);
			}
		}
		const keep = await other.request.post(`${interview}?/keep`, {
			form: { writing: '{}' },
			headers: { origin: site.url }
		});
		expect([role, keep.status()]).toEqual([role, 403]);
	}

	// The chair returns it with a remark on a passage, by keyboard alone.
	await chair.goto(`${site.url}/stevns/intern`);
	await expect(chair.getByText('Én venter på dig.')).toBeVisible();
	await chair.getByRole('link', { name: 'Gennemsyn' }).first().click();
	await chair.getByRole('link', { name: /Interview nr. 1/ }).press('Enter');
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
	await chair.getByRole('button', { name: 'Send tilbage med bemærkninger' }).press('Enter');

	// It is mended, and the chair sees what has changed.
	await again.goto(`${site.url}/stevns/intern/gennemsyn`);
	await again.getByRole('link', { name: /Interview nr. 1/ }).click();
	await expect(again.getByText('Hvilke breve?')).toBeVisible();
	await again
		.getByLabel('Opsummeringen')
		.fill('Breve om regler er svære at forstå alene.\n\nDet hjælper, når reglerne bliver tegnet.');
	for (const box of await again.locator('.checklist input').all()) await box.check();
	await again.getByRole('button', { name: 'Send til gennemsyn' }).click();
	await expect(again.getByText('Opsummeringen er sendt.')).toBeVisible();
	await chair.goto(review);
	// What was asked for stands beside what came of it.
	await expect(
		chair.getByRole('complementary', { name: /^Bemærkninger/ }).getByText('Hvilke breve?')
	).toBeVisible();
	await chair.getByText('Hvad er ændret?').press('Enter');
	await expect(chair.locator('ins')).toHaveText('om regler ');
	await chair.getByRole('button', { name: 'Gennemset – klar til udvalget' }).press('Enter');
	await chair.getByRole('button', { name: 'Ja, den er set' }).press('Enter');
	await expect(chair.getByText('Nu skal den anden interviewer også bekræfte.')).toBeVisible();
	await again.goto(review);
	await again.getByRole('button', { name: 'Jeg bekræfter – klar til udvalget' }).click();
	await again.getByRole('button', { name: 'Ja, bekræft den' }).click();
	await expect(again.getByText('gennemset og låst')).toBeVisible();

	// Into the quarter's material, and the committee's decision.
	const secretary = await signIn(await browser.newContext(), site, 'secretary');
	await secretary.goto(`${site.url}/stevns/intern/kvartalsmateriale`);
	await secretary.getByRole('button', { name: /Læg i materialet for 2. kvartal 2026/ }).click();
	await expect(secretary.getByText('Breve om regler er svære')).toBeVisible();
	// The secretary writes it, and who sees a mistake in it mends it.
	await secretary.getByText('Skriv udvalgets beslutning op').click();
	await secretary.getByLabel('Mødedato').fill('2026-05-20');
	await secretary.getByLabel('Punkt på dagsordenen').fill('3');
	await secretary.getByLabel('Beslutning', { exact: true }).fill('Taget til efterretning.');
	await secretary.getByRole('button', { name: 'Gem beslutningen' }).click();
	await expect(secretary.getByText('punkt 3: Taget til efterretning.')).toBeVisible();
	await chair.goto(`${site.url}/stevns/intern/kvartalsmateriale`);
	await chair.getByText('Ret beslutningen').click();
	await expect(chair.getByLabel('Beslutning', { exact: true })).toHaveValue(
		'Taget til efterretning.'
	);
	await chair.getByLabel('Punkt på dagsordenen').fill('4');
	await chair.getByRole('button', { name: 'Gem beslutningen' }).click();
	await expect(chair.getByText('punkt 4: Taget til efterretning.')).toBeVisible();

	// All of it stands in the log, and nothing of what was said does.
	const admin = await signIn(await browser.newContext(), site, 'administrator');
	await admin.goto(`${site.url}/stevns/intern/haendelser?hvad=draw-made`);
	await expect(admin.getByRole('cell', { name: 'Trak lod', exact: true })).toBeVisible();
	const log = await (await admin.request.get(`${site.url}/stevns/intern/haendelser/csv`)).text();
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

test('who is signed out while writing loses nothing, and who signs in instead reads nothing @long', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const site = await another();
	await invent(site, { interviews: true });
	const context = await browser.newContext();
	const leader = await signIn(context, site, 'leader');
	await leader.goto(`${site.url}/stevns/intern/interviewforloeb`);
	await leader
		.getByRole('link', { name: /opfundet/ })
		.first()
		.click();
	await leader.getByRole('link', { name: /^Åbn/ }).first().click();
	const field = leader.getByLabel('Noter til spørgsmål 1', { exact: true });
	await field.fill('Første ord.');
	const interview = leader.url();
	await expect(leader.getByText('Alt er gemt.')).toBeVisible();

	// What is written before the page comes to life is kept too.
	const wake = await asleep(leader);
	await leader.reload({ waitUntil: 'commit' });
	await field.fill('Første ord, før siden vågnede.');
	await expect(leader.getByText('Alt er gemt.')).toHaveCount(0);
	wake();
	await expect(leader.getByText('Alt er gemt.')).toBeVisible();
	await leader.unrouteAll();
	await leader.reload();
	await expect(field).toHaveValue('Første ord, før siden vågnede.');
	await expect(leader.getByText('Alt er gemt.')).toBeVisible();

	// Half an hour went by: the session is over, and somebody else takes the tablet.
	await context.clearCookies();
	await field.fill('Første ord. Og de næste.');
	await expect(leader.getByText('Du er logget ud.')).toBeVisible();
	const chair = await signIn(context, site, 'chair');
	await chair.goto(interview);
	await expect(chair.getByText('Alt er gemt.')).toBeVisible();
	expect(await chair.content()).not.toContain('Og de næste');
	expect(await offlineNotes(chair)).toContain('ciphertext');

	await context.clearCookies();
	await signIn(context, site, 'leader');
	await leader.goto(interview);
	await expect(leader.getByLabel('Noter til spørgsmål 1', { exact: true })).toHaveValue(
		'Første ord. Og de næste.'
	);
	expect(await offlineNotes(leader)).toBe('[]');
});
