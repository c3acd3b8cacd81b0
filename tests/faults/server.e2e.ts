import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settled } from '../support/phone.ts';
import { drain, keep, send, waiting, watch } from './device.ts';
import { dice } from './given.ts';
import { expect, test } from './test.ts';

test('the server is killed in the middle of a burst, again and again', async ({
	browser,
	wired: { wire, home, site, restart },
	town
}) => {
	test.slow();
	const random = dice(2);
	let { pid } = site;
	const phones = await Promise.all(
		[1, 2, 3].map(async () => {
			const page = await (await browser.newContext()).newPage();
			await page.goto(home);
			await settled(page);
			return { page, all: town.give(1) };
		})
	);
	let kills = 0;
	let isDying = false;
	// Shot when it has got a request whole: before the commit, in it, or between it and the reply.
	wire.onsent(({ method }) => {
		if (method !== 'POST' || isDying || random() < 0.3) return;
		isDying = true;
		setTimeout(() => process.kill(pid, 'SIGKILL'), random() * 12);
	});
	const parts = 6;
	for (let part = 0; part < parts; part++) {
		await Promise.all(
			phones.map(async ({ page, all }) => {
				const size = Math.ceil(all.length / parts);
				await keep(page, all.slice(part * size, (part + 1) * size), town.key);
				await send(page);
			})
		);
		if (!isDying) continue;
		kills += 1;
		await expect.poll(() => isAlive(pid)).toBe(false);
		({ pid } = await restart());
		isDying = false;
	}
	expect(kills).toBeGreaterThan(2);
	wire.onsent(() => undefined);
	for (const { page } of phones) await drain(page);
	await town.account(phones.flatMap(({ all }) => all));
});

test('the server’s disk is full', async ({ page, wired: { home, site, counted }, town }) => {
	test.skip(!existsSync('/usr/bin/prlimit'), 'prlimit is of Linux');
	const all = town.give();
	// No file of the server's may grow past this: what a full disk says to a program.
	const limit = (bytes: string) =>
		execFileSync('prlimit', ['--pid', `${site.pid}`, `--fsize=${bytes}:unlimited`]);
	await page.goto(home);
	await settled(page);
	limit('32768');
	await keep(page, all, town.key);
	await send(page);
	await send(page);
	expect(await waiting(page)).toMatchObject({ waiting: all.length });
	expect(counted()).toBe(0);
	limit('unlimited');
	await drain(page);
	await town.account(all);
});

test('another program holds the server’s file', async ({
	page,
	wired: { home, site, counted },
	town
}) => {
	const all = town.give();
	await page.goto(home);
	await settled(page);
	const other = new Database(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	other.exec('begin immediate');
	await keep(page, all, town.key);
	await send(page);
	expect(await waiting(page)).toMatchObject({ waiting: all.length });
	expect(counted()).toBe(0);
	other.exec('rollback');
	other.close();
	await drain(page);
	await town.account(all);
});

test('the server is asked to stop while answers stream in, as in every deploy', async ({
	page,
	wired: { home, site, restart },
	town
}) => {
	const all = town.give();
	await page.goto(home);
	await settled(page);
	await watch(page);
	const stopped = keep(page, all, town.key);
	expect(await site.stop()).toBe(0);
	await restart();
	await stopped;
	await drain(page);
	await town.account(all);
});

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
