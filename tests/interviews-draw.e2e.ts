import type { BrowserContext } from '@playwright/test';
import { createHash } from 'node:crypto';
import { asleep } from './support/asleep.ts';
import { begin, csv, type } from './support/course.ts';
import type { Site } from './support/site.ts';
import { invent, signIn } from './support/invented.ts';
import { expect, test } from './support/test.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
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

/** What citizens of a list are called must be nowhere but in the browser that read it. */
function expectNowhere(secret: string, sent: string[], site: Site): void {
	expect(sent.length).toBeGreaterThan(30);
	expect(sent.filter((each) => each.includes(secret))).toEqual([]);
	expect(site.printed()).not.toContain(secret);
	const file = site.file('stevns');
	expect(file.serialize().includes(secret)).toBe(false);
	file.close();
}

test(
	'a list of 50,000 lines: the page shows how far it has come, and nothing of it is sent',
	{ tag: '@long' },
	async ({ another, browser }) => {
		test.setTimeout(120_000);
		const site = await another();
		await invent(site);
		const context = await browser.newContext();
		const sent = listen(context);
		const leader = await signIn(context, site, 'leader');
		const course = await begin(leader, site);
		const lines = Array.from(
			{ length: 50_000 },
			(_, n) => `HEMLIG-${100_000 + n};2025-01-15;;Team`
		);
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
		expectNowhere('HEMLIG', sent, site);
	}
);

test('a draw: nobody sees the other’s number, nothing of the list is sent, and it can be redone @long', async ({
	another,
	browser
}) => {
	test.setTimeout(120_000);
	const site = await another();
	await invent(site);
	const leaderIn = await browser.newContext();
	const chairIn = await browser.newContext();
	const sent = [leaderIn, chairIn].map(listen);
	const leader = await signIn(leaderIn, site, 'leader');
	const chair = await signIn(chairIn, site, 'chair');
	const course = await begin(leader, site);
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
	// One tap by mistake: it is taken back, with whom it called.
	await leader.getByRole('button', { name: 'Fortryd' }).click();
	await expect(leader.getByText('Det er fortrudt.')).toBeVisible();
	await expect(fourth).toHaveCount(0);
	await leader
		.getByRole('row', { name: 'Nr. 2' })
		.getByRole('button', { name: 'Jeg kender personen' })
		.click();
	await expect(fourth).toContainText('I stedet for nr. 2');
	await expect(leader.getByText('Karen Holm kender personen')).toBeVisible();
	await leader.getByText('Se, hvem numrene er').click();
	await leader.getByLabel('Vælg den samme liste').setInputFiles(csv(...lines.slice(1)));
	await expect(leader.getByText('Det er ikke den liste, der blev låst.')).toBeVisible();
	expectNowhere('HEMLIG', sent.flat(), site);
});

test('a list that is wrong is told what is wrong, line by line @long', async ({
	another,
	browser
}) => {
	const site = await another();
	await invent(site);
	const leader = await signIn(await browser.newContext(), site, 'leader');
	const draw = `${await begin(leader, site)}/lodtraekning`;
	const utf8 = (text: string) => Buffer.from(text);
	const cases: [string, Buffer, RegExp][] = [
		['empty', utf8(''), /Filen er tom/],
		['a spreadsheet', utf8('PK\x03\x04'), /Det er et regneark. Gem det som CSV/],
		['headings alone', utf8('nøgle;start\n'), /kun overskrifter/],
		['one column', utf8('nøgle\nA1\n'), /kun én kolonne/],
		['an open quote', utf8('nøgle;start\n"A1;2025-01-01\n'), /linje 2 er der et anførselstegn/],
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
	// The first one is there before the page comes to life, and is read all the same.
	const wake = await asleep(leader);
	await leader.goto(draw, { waitUntil: 'commit' });
	for (const [name, buffer, said] of cases) {
		await leader
			.getByLabel('Listen (CSV)')
			.setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer });
		wake();
		await expect(leader.getByText(said).first(), name).toBeVisible();
	}
	await leader
		.getByLabel('Listen (CSV)')
		.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: utf8('a;b\nA1;2025-01-01\n') });
	await leader.getByLabel('Nøgle', { exact: true }).selectOption('a');
	await leader.getByLabel('Startdato').selectOption('b');
	await expect(leader.getByText('1 af 1 kan trækkes.')).toBeVisible();
});
