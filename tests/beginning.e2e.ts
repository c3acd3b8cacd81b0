import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './support/test.ts';

for (const HOST of ['10.9.9.9', '999.1.1.1', 'nosuch.invalid']) {
	test(`where it cannot listen, at ${HOST}, it says so in words, and has done nothing`, async ({
		another
	}) => {
		const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-host-'));
		const DATA_DIR = join(folder, 'data');
		const said = await another({ HOST, DATA_DIR, KEYS_DIR: join(folder, 'keys') }).then(
			() => '',
			(error: Error) => error.message
		);
		expect(said).toMatch(new RegExp(`HOST: ${HOST} cannot be listened at \\(E[A-Z_]+\\)`));
		expect(said).not.toMatch(/^\s+at /m);
		expect(existsSync(DATA_DIR)).toBe(false);
		rmSync(folder, { recursive: true });
	});
}

for (const [signal, ends] of [
	['SIGUSR2', false],
	['SIGTERM', true],
	['SIGINT', true],
	['SIGHUP', true]
] as const) {
	test(`${signal} before the first turn is over ${ends ? 'ends it tidily' : 'is no end of it'} @long`, async () => {
		const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-signal-'));
		const [DATA_DIR, KEYS_DIR] = [join(folder, 'data'), join(folder, 'keys')];
		const { PATH, HOME } = process.env;
		const child = spawn(process.execPath, ['build/start.js'], {
			env: { PATH, HOME, HOST: '127.0.0.1', PORT: '0', DEMO: '1', DATA_DIR, KEYS_DIR }
		});
		let printed = '';
		child.stdout.on('data', (text) => (printed += text));
		child.stderr.on('data', (text) => (printed += text));
		const ended = once(child, 'exit');
		try {
			const url = () => /Listening on (\S+)/.exec(printed)?.[1];
			// Its first turn has begun: it makes its files.
			while (!existsSync(DATA_DIR) && child.exitCode === null) await wait(1);
			child.kill(signal);
			if (!ends) {
				await expect.poll(url).toBeDefined();
				expect((await fetch(`${url()}/stevns`)).status).toBe(200);
				child.kill('SIGTERM');
			}
			expect(await ended, printed).toEqual([0, null]);
			// Each file was closed, and has its log no more.
			expect(existsSync(join(DATA_DIR, 'stevns.sqlite'))).toBe(true);
			expect(existsSync(join(DATA_DIR, 'stevns.sqlite-wal'))).toBe(false);
		} finally {
			child.kill('SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		}
	});
}
