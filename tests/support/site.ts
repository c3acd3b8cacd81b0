import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The day that tests live in, unless they say otherwise. */
export const TODAY = '2026-05-20';
/** A busy machine is slow, not wrong. */
const START_SECONDS = 60;

export type Variables = { [name: string]: string };
type Finished = { code: number | null; out: string; error: string };

/** A built server with files of its own, as an operator would run it. */
export type Site = {
	url: string;
	/** What the server and its commands run with; DATA_DIR and KEYS_DIR are temporary folders. */
	variables: Variables;
	pid: number;
	/** All that the server has printed so far. */
	printed: () => string;
	/** Runs `node build/commands.js …` on the same files, to its end. */
	command: (...args: string[]) => Promise<Finished>;
	/** The municipality's file, for reading only; close it. */
	file: (municipality: string) => Database.Database;
	/** Asks the server to stop and resolves with its exit code; the files stay until `clear`. */
	stop: () => Promise<number | null>;
	/** Stops the server, if it runs, and removes its files. */
	clear: () => Promise<void>;
};

/**
 * Starts the built server on a free loopback port. `variables` add to or replace the usual ones; with `DATA_DIR` given,
 * files are kept. `build` is another release than the one that lies in the repository.
 */
export async function open(variables: Variables = {}, build = 'build'): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-'));
	const own: Variables = {
		HOST: '127.0.0.1',
		PORT: '0',
		DATA_DIR: join(folder, 'data'),
		KEYS_DIR: join(folder, 'keys'),
		DEMO: '1',
		TODAY,
		EXTRA_LANGUAGES: 'xr',
		...variables
	};
	const child = node([join(build, 'start.js')], own);
	let printed = '';
	child.stdout?.on('data', (text) => (printed += text));
	child.stderr?.on('data', (text) => (printed += text));

	const stop = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
		const closed = once(child, 'close');
		child.kill('SIGTERM');
		await closed;
		return child.exitCode;
	};
	const clear = async () => {
		await stop();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const url = await address(child, () => printed);
		const { pid } = child;
		if (!pid) throw new Error('the server has no pid');
		return {
			url,
			variables: own,
			pid,
			printed: () => printed,
			command: (...args) => command(own, args, build),
			file: (municipality) =>
				new Database(join(own.DATA_DIR ?? '', `${municipality}.sqlite`), { readonly: true }),
			stop,
			clear
		};
	} catch (error) {
		await clear();
		throw error;
	}
}

/** Runs `node build/commands.js …` on files with or without a server, to its end. */
export const command = (variables: Variables, args: string[], build = 'build'): Promise<Finished> =>
	finished(node([join(build, 'commands.js'), ...args], variables));

/** The caller's own settings must not reach the server: ORIGIN or DATA_DIR would make it another one. */
function node(args: string[], variables: Variables): ChildProcess {
	const { PATH, HOME, SystemRoot } = process.env;
	return spawn(process.execPath, args, { env: { PATH, HOME, SystemRoot, ...variables } });
}

/** The address that the server prints when it is ready. */
function address(child: ChildProcess, printed: () => string): Promise<string> {
	return new Promise((ready, fail) => {
		const seconds = setTimeout(
			() => fail(new Error(`no start:\n${printed()}`)),
			START_SECONDS * 1000
		);
		const look = () => {
			const url = /(?:Listening on |"event":"listening","url":")(http:[^\s"]+)/.exec(
				printed()
			)?.[1];
			if (url) done(() => ready(url));
		};
		const exit = () => done(() => fail(new Error(`the server ended:\n${printed()}`)));
		const done = (settle: () => void) => {
			clearTimeout(seconds);
			child.stdout?.off('data', look);
			child.off('close', exit);
			settle();
		};
		child.stdout?.on('data', look);
		child.on('close', exit);
	});
}

async function finished(child: ChildProcess): Promise<Finished> {
	let [out, error] = ['', ''];
	child.stdout?.on('data', (text) => (out += text));
	child.stderr?.on('data', (text) => (error += text));
	await once(child, 'close');
	return { code: child.exitCode, out, error };
}
