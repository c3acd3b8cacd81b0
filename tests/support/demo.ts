import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Demo = { url: string; printed: string; stop: () => Promise<void> };

/** A folder that demo files can be made in, and served from again; or DEMO_FOLDER, in which they were made before, and stay. */
export const demoFolder = (): { path: string; clear: () => void } => {
	const before = process.env.DEMO_FOLDER;
	if (before) return { path: before, clear: () => undefined };
	const path = mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-'));
	return { path, clear: () => rmSync(path, { recursive: true, force: true }) };
};

/** Runs `node build/commands.js demo` until it serves: what `npm run demo` does with a build in place. */
export async function demo(folder: string): Promise<Demo> {
	const child = spawn(process.execPath, ['build/commands.js', 'demo'], {
		env: {
			PATH: process.env.PATH,
			PORT: '0',
			DATA_DIR: join(folder, 'data'),
			KEYS_DIR: join(folder, 'keys'),
			EXTRA_LANGUAGES: 'xr'
		}
	});
	let printed = '';
	child.stderr.on('data', (text) => (printed += text));
	const url = await new Promise<string>((ready, fail) => {
		child.stdout.on('data', (text) => {
			printed += text;
			const address = /Listening on (http:\S+)/.exec(printed)?.[1];
			if (address) ready(address);
		});
		child.on('close', () => fail(new Error(`the demo ended:\n${printed}`)));
	});
	return { url, printed, stop: () => end(child) };
}

/** A municipality's file of a demo, for reading only; close it. */
export const fileIn =
	(folder: string) =>
	(municipality: string): Database.Database =>
		new Database(join(folder, 'data', `${municipality}.sqlite`), { readonly: true });

/** The demo that all tests of a file look at: made before the first of them, stopped after the last. */
export function demoOfFile() {
	const { path, clear } = demoFolder();
	let running: Demo;
	test.beforeAll(async () => {
		test.setTimeout(600_000);
		running = await demo(path);
	});
	test.afterAll(async () => {
		await running.stop();
		clear();
	});
	return {
		get url() {
			return running.url;
		},
		get printed() {
			return running.printed;
		},
		file: fileIn(path),
		/** Started once more, on the same files. */
		again: async () => {
			await running.stop();
			running = await demo(path);
		}
	};
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	const closed = once(child, 'close');
	child.kill('SIGTERM');
	await closed;
}
