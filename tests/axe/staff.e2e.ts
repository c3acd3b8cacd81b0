import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { administrator, colleague, type StaffClient } from '../support/staff-client.ts';
import type { Site } from '../support/site.ts';
import { stands } from '../support/pages.ts';
import { staffPages, waysIn } from '../support/staff-pages.ts';
import { openRound } from '../support/round.ts';
import { expect, test } from '../support/test.ts';

const ROUND = '2026-05';
const TEAM = { name: 'team' as const, unit: 'quarter' as const, categories: ['job', 'unknown'] };

async function look(page: Page, address?: string): Promise<void> {
	if (address) await page.goto(address);
	await stands(page);
}

const carry = (page: Page, desk: StaffClient): Promise<void> => desk.lend(page.context());

/** A site at work: a round in every channel, a comment to read, a committee, and a plan that was edited. */
async function atWork(site: Site): Promise<{ admin: StaffClient; user: string }> {
	const admin = await administrator(site, 'stevns');
	const { id } = await admin.invite('Venter', ['leader']);
	await openRound(site, 'stevns', {
		id: ROUND,
		channels: ['code', 'tablet', 'paper', 'open'],
		breakdowns: [TEAM]
	});
	const file = new Database(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	file
		.prepare("insert into comment (id, round, unit, text) values (?, ?, '2026-Q2', ?)")
		.run(Buffer.alloc(16, 1), ROUND, 'Karen lyttede, men der var kort tid.');
	file.close();
	const term = { name: 'Udvalget', chair: 'Inger', members: 'Hans\nLone', from: '2026-01-01' };
	expect((await admin.post('/udvalg?/begin', term)).status).toBe(200);
	const team = { 'teams.0.id': 'job', 'teams.0.name.da': 'Job', 'teams.0.caseworkers': '3' };
	const saved = await admin.post('/plan/team?/save', { base: '1', accepts: 'let,en', ...team });
	expect(saved.status).toBe(200);
	return { admin, user: id };
}

test('the way in: nothing for axe to find, and no scrolling sideways', async ({
	another,
	page
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	await carry(page, admin);
	await look(page, admin.address('/findes-ikke'));
	await page.context().clearCookies();
	for await (const address of waysIn(page.context(), admin)) await look(page, address);
});

test('every staff page, as each role sees it', async ({ another, page }) => {
	test.setTimeout(900_000);
	const site = await another();
	const { admin, user } = await atWork(site);
	const parameters = { user, round: ROUND, questionnaire: 'samtale', version: '2' };
	const seen = new Set<string>();
	for await (const { path, address } of staffPages(page.context(), admin, parameters)) {
		seen.add(path);
		await look(page, address);
	}
	expect(seen.size).toBeGreaterThan(35);
});

test('pages in the middle of something: codes just made, a round looked through, a plan half written', async ({
	another,
	page
}) => {
	test.setTimeout(400_000);
	const site = await another();
	const { admin } = await atWork(site);
	const leader = await colleague(admin, 'Karen', ['leader']);
	await carry(page, leader);
	await page.goto(leader.address('/koder'));
	await page.getByLabel('Antal').fill('3');
	await page.getByRole('button', { name: 'Lav koder' }).click();
	await expect(page.getByRole('heading', { name: '3 koder er lavet' })).toBeVisible();
	await look(page);
	await page.getByLabel('Vis som').selectOption('slips');
	await look(page);

	await page.goto(leader.address('/maalinger/ny'));
	await page.getByRole('button', { name: 'Se datoer' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look(page);
	await page.getByLabel('Navn').fill('Efterår 2026');
	await page.getByRole('radio', { name: /alle seks løfter/ }).check();
	await page.getByLabel('Første dag').fill('2026-09-01');
	await page.getByLabel('Sidste dag').fill('2026-12-31');
	await page.getByLabel('Hvor mange regner I med at spørge?').fill('900');
	await page.getByRole('checkbox', { name: 'Personlig kode' }).check();
	await page.getByRole('button', { name: 'Se datoer' }).click();
	await expect(page.getByRole('button', { name: 'Åbn målingen' })).toBeVisible();
	await look(page);

	await carry(page, admin);
	await page.goto(admin.address('/plan/skemaer/udvidet'));
	await page.getByRole('button', { name: 'Tilføj et udsagn' }).click();
	await expect(page.getByRole('group', { name: 'Udsagn 8' })).toBeVisible();
	await page.getByRole('button', { name: 'Se det, som borgerne ser det' }).click();
	await expect(page.getByRole('heading', { name: 'Sådan ser det ud' })).toBeVisible();
	await look(page);
	await page.getByRole('button', { name: 'Gem som ny version' }).last().click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look(page);
});
