import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { administrator, colleague, type StaffClient } from '../support/staff-client.ts';
import type { Site } from '../support/site.ts';
import { openRound } from '../support/round.ts';
import { expect, test } from '../support/test.ts';

const EVIL = `<img src=x onerror="document.title='indbrud'"></script><script>document.title='indbrud'</script>`;

/** Opens addresses in a browser and sees that what was stored is text on each. */
async function isText(page: Page, addresses: string[]): Promise<void> {
	for (const address of addresses) {
		const reply = await page.goto(address);
		expect([address, reply?.status()]).toEqual([address, 200]);
		await page.waitForLoadState('networkidle');
		expect([address, await page.title()]).toEqual([address, expect.not.stringMatching(/^indbrud/)]);
		expect([address, await page.evaluate(markup)]).toEqual([address, 0]);
	}
}

/** How many elements the stored text has become, were it markup. */
const markup = (): number =>
	document.querySelectorAll('img[src=x]').length +
	[...document.scripts].filter(({ text }) => text === "document.title='indbrud'").length;

const carry = (page: Page, desk: StaffClient): Promise<void> => desk.lend(page.context());

/** Writes into the running site's file, as only its server does. */
function write(site: Site, sql: string, ...values: (string | Buffer)[]): void {
	const file = new Database(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	file.prepare(sql).run(...values);
	file.close();
}

test('a comment is text, whatever stands in it', async ({ another, page }) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const secretary = await colleague(admin, 'Mikkel', ['secretary']);
	await openRound(site, 'stevns');
	write(
		site,
		"insert into comment (id, round, unit, text) values (?, '2026-05', '2026-Q2', ?)",
		Buffer.alloc(16, 1),
		EVIL
	);
	await carry(page, secretary);
	await isText(page, [secretary.address('/kommentarer')]);
	await expect(page.getByRole('textbox').first()).toHaveValue(EVIL);
	const shown = await secretary.post('/kommentarer?/show', {
		id: Buffer.alloc(16, 1).toString('hex').toUpperCase(),
		text: EVIL
	});
	expect(shown.status).toBe(200);
	await isText(page, [secretary.address('/kommentarer'), secretary.address('')]);
});

test('the plan’s texts are text, for staff and for citizens', async ({ another, page }) => {
	test.setTimeout(180_000);
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const leader = await colleague(admin, 'Karen', ['leader']);
	const source = { kind: 'ours', why: EVIL };
	const text = (name: string, words: string) =>
		Object.fromEntries(['da', 'let', 'en'].map((language) => [`${name}.${language}`, words]));
	const both = (prefix: string, each: object) =>
		Object.fromEntries(Object.entries(each).map(([name, value]) => [`${prefix}.${name}`, value]));
	const saved: [string, { [name: string]: string }][] = [
		[
			'/plan/ord',
			{
				title: EVIL,
				committee: EVIL,
				'period.from': '2024',
				'period.to': '2026',
				'languages[]': 'let',
				...text('question', EVIL),
				...text('terms.municipality', 'kommunen'),
				...text('terms.caseworker', EVIL),
				...text('terms.meeting', 'samtale')
			}
		],
		[
			'/plan/team',
			{ 'teams.0.id': 'job', ...text('teams.0.name', EVIL), 'teams.0.caseworkers': '7' }
		],
		[
			'/plan/henvendelse',
			{
				...text('contacts.0.name', EVIL),
				...text('contacts.0.note', EVIL),
				'contacts.0.url': 'https://www.stevns.dk/"onmouseover=alert(1)'
			}
		],
		[
			'/plan/skemaer/nyt',
			{
				...text('name', EVIL),
				...text('items.0.text', EVIL),
				'items.0.scale': 'agreement',
				...both('items.0.source', source)
			}
		]
	];
	for (const [path, fields] of saved) {
		const reply = await admin.post(`${path}?/save`, { base: '1', ...fields });
		expect([path, reply.status]).toEqual([path, path.endsWith('nyt') ? 303 : 200]);
	}
	const script = await admin.post('/plan/henvendelse?/save', {
		base: '4',
		...text('contacts.0.name', 'Sted'),
		'contacts.0.url': 'javascript:document.title="indbrud"'
	});
	expect(script.status).toBe(400);
	await openRound(site, 'stevns', { name: { da: EVIL } });
	await carry(page, admin);
	await isText(
		page,
		[
			'',
			'/plan',
			'/plan/ord',
			'/plan/team',
			'/plan/henvendelse',
			'/plan/versioner',
			'/plan/versioner/4',
			'/plan/versioner/5',
			'/haendelser'
		].map(admin.address)
	);
	await carry(page, leader);
	await isText(
		page,
		['/maalinger', '/maalinger/2026-05', '/maalinger/ny', '/koder', '/samtaler'].map(leader.address)
	);
	await isText(
		page,
		[
			'',
			'/svar/2026-05',
			'/resultater',
			'/resultater/loefter',
			'/dine-rettigheder',
			'/dit-svar'
		].map((path) => `${site.url}/stevns${path}`)
	);
	await page.goto(`${site.url}/stevns`);
	await expect(page.getByText(EVIL).first()).toBeVisible();
});

test('no page of ours stands in another’s frame', async ({ site, page }) => {
	const evil = createServer((_, reply) => {
		reply.setHeader('content-type', 'text/html');
		reply.end(
			['/stevns/intern/log-ind', '/stevns']
				.map((path) => `<iframe src="${site.url}${path}"></iframe>`)
				.join('')
		);
	});
	await new Promise<void>((ready) => evil.listen(0, '127.0.0.1', ready));
	try {
		await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}`);
		await page.waitForLoadState('networkidle');
		const [, ...frames] = page.frames();
		expect(frames).toHaveLength(2);
		for (const frame of frames) expect(frame.url()).toMatch(/^chrome-error:/);
	} finally {
		evil.closeAllConnections();
		evil.close();
	}
});
