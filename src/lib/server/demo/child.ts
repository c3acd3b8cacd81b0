import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Day } from '../../calendar.ts';

export type Running = { url: string; stop: () => Promise<void> };

/** The built server lies beside the built commands. */
const startFile = (): string => join(dirname(process.argv[1] ?? ''), 'start.js');

/** Starts the real server on a day of the past. It publishes what is due by then before it listens. */
export async function startServer(day: Day): Promise<Running> {
	const child = spawn(process.execPath, [startFile()], {
		env: { ...process.env, TODAY: day, DEMO: '1', HOST: '127.0.0.1', PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = once(child, 'exit');
	const abandon = (): void => void child.kill('SIGTERM');
	process.once('exit', abandon);
	for await (const line of createInterface(child.stdout)) {
		const url = /http:\/\/\S+/.exec(line)?.[0];
		if (!url) continue;
		// Nobody reads on, and a full pipe would stop the server.
		child.stdout.resume();
		return {
			url,
			stop: async () => {
				process.off('exit', abandon);
				child.kill('SIGTERM');
				await ended;
			}
		};
	}
	throw new Error(`the server did not start on ${day}`);
}

/** Becomes the server: this process goes on as `build/start.js`. */
export async function serve(): Promise<void> {
	await import(/* @vite-ignore */ pathToFileURL(startFile()).href);
}
