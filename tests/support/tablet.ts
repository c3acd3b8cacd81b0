import type { Page } from '@playwright/test';
import type { Round } from '../../src/lib/survey/round.ts';
import { administrator, colleague, type StaffClient } from './staff-client.ts';
import type { Site } from './site.ts';
import { settled } from './phone.ts';
import { openRound } from './round.ts';
import { expect } from './test.ts';

/** A round that asks on tablets, with the plan's teams as a breakdown. */
export const tabletRound = (site: Site, changed: Partial<Round> = {}): Promise<Round> =>
	openRound(site, 'stevns', {
		channels: ['tablet', 'open'],
		breakdowns: [
			{
				name: 'team',
				unit: 'quarter',
				categories: ['job', 'sickness', 'youth', 'flex', 'unknown'],
				merged: { integration: 'job' }
			},
			{ name: 'language', unit: 'round', categories: ['da', 'other'] }
		],
		...changed
	});

export async function caseworker(site: Site): Promise<StaffClient> {
	return colleague(await administrator(site, 'stevns'), 'Sara', ['caseworker']);
}

/** Lets a browser carry the cookies of someone who is signed in. */
export const carry = (page: Page, desk: StaffClient): Promise<void> =>
	page.context().addCookies(
		[...desk.cookies].map(([name, value]) => ({
			name,
			value,
			domain: new URL(desk.site.url).hostname,
			path: `/${desk.municipality}/intern`
		}))
	);

/** Until the tablet would open without network. */
export async function keptOffline(page: Page): Promise<void> {
	await settled(page);
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const worker = await (await fetch('/service-worker.js')).text();
				const entries = worker.match(/\{[^{}]*"section":"tablet"[^{}]*\}/g) ?? [];
				const found = entries.map((each) => caches.match(`/${/"url":"([^"]+)"/.exec(each)?.[1]}`));
				return entries.length > 0 && (await Promise.all(found)).every(Boolean);
			})
		)
		.toBe(true);
}

/** As a caseworker does who sits with the tablet: from their own login to the caseworker's face. */
export async function startHere(page: Page, desk: StaffClient, team = 'Job'): Promise<void> {
	await carry(page, desk);
	await page.goto(`${desk.site.url}/stevns/tablet`);
	await page.getByRole('link', { name: 'Log ind og start' }).click();
	await page.getByLabel('Team', { exact: true }).selectOption({ label: team });
	await page.getByLabel('Hvad står der på tabletten?').fill('Tablet 3');
	await page.getByRole('button', { name: 'Start og log mig ud' }).click();
	await expect(page.getByRole('button', { name: GIVE })).toBeVisible();
}

/** A start code made at the desk. */
export async function startCode(desk: StaffClient, asked: string): Promise<string> {
	const reply = await desk.post('/tablets?/code', { asked, label: 'Tablet 7' });
	const code = /class="code[^"]*">([^<]+)</.exec(await reply.text())?.[1];
	if (!code) throw new Error(`no start code: ${reply.status}`);
	return code;
}

export const GIVE = 'Giv skærmen til borgeren';

/** As someone does who was given a code: nobody signs in on the tablet. */
export async function startByCode(page: Page, desk: StaffClient, asked: string): Promise<void> {
	const code = await startCode(desk, asked);
	await page.goto(`${desk.site.url}/stevns/tablet`);
	await page.getByRole('textbox', { name: 'Startkode' }).fill(code);
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByRole('button', { name: GIVE })).toBeVisible();
}
