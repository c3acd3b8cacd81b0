import Database from 'better-sqlite3';
import type { Page, Response } from '@playwright/test';
import { join } from 'node:path';
import { openRound } from './round.ts';
import { expect } from './test.ts';
import type { Site } from './site.ts';
import { administrator, type StaffClient } from './staff-client.ts';

export const ROUND = '2026-05';

/** A site with a round in every channel and two comments to read. */
export async function atWork(site: Site): Promise<StaffClient> {
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

/** Opened, and come to life. */
export const awake = (page: Page, address: string): Promise<Response | null> =>
	page.goto(address, { waitUntil: 'networkidle' });

/** Waits until what was typed on the page is kept: it has come to life, however busy the machine is. */
export const kept = (page: Page): Promise<void> =>
	expect
		.poll(() =>
			page.evaluate(() => {
				for (const field of document.querySelectorAll('main :is(input, textarea)')) {
					field.dispatchEvent(new Event('input', { bubbles: true }));
				}
				return sessionStorage.getItem('usendt-stevns');
			})
		)
		.not.toBeNull();
