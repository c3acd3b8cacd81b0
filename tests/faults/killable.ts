import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { expect } from './test.ts';

/** A browser with a disk of its own, which can be killed and started again. */
export type Phone = {
	page: Page;
	/** Like a battery that is taken out: no process of it lives on. */
	kill: () => Promise<void>;
	/** Opens the page again, on the same disk. */
	restart: () => Promise<Page>;
	close: () => Promise<void>;
};

export async function startPhone(url: string): Promise<Phone> {
	const disk = mkdtempSync(join(tmpdir(), 'oejenhoejde-phone-'));
	let child: ChildProcess | undefined;
	let browser: Browser | undefined;
	const kill = async (): Promise<void> => {
		const dying = child;
		child = undefined;
		if (!dying?.pid || dying.exitCode !== null || dying.signalCode !== null) return;
		const closed = once(dying, 'exit');
		// The group is its own: the browser and all its helpers.
		process.kill(-dying.pid, 'SIGKILL');
		await closed;
		await browser?.close().catch(() => undefined);
	};
	const restart = async (): Promise<Page> => {
		await kill();
		const port = join(disk, 'DevToolsActivePort');
		rmSync(port, { force: true });
		for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
			rmSync(join(disk, lock), { force: true });
		}
		child = spawn(
			chromiumPath,
			[
				...chromiumArgs,
				'--headless=new',
				'--remote-debugging-port=0',
				`--user-data-dir=${disk}`,
				'about:blank'
			],
			{ detached: true, stdio: 'ignore' }
		);
		await expect
			.poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'))
			.toBe(true);
		const [number] = readFileSync(port, 'utf8').split('\n');
		browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
		const context = browser.contexts()[0];
		if (!context) throw new Error('the browser has no context');
		const page = await context.newPage();
		await page.goto(url);
		return page;
	};
	const page = await restart();
	return {
		page,
		kill,
		restart,
		async close() {
			await kill();
			rmSync(disk, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}
