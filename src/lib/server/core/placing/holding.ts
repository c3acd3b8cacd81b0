import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const AGAIN_MILLISECONDS = 50;

/**
 * Works on a file while no other command of this machine does. What a command held that was killed is let go.
 * @throws where another holds it longer than `seconds`
 */
export async function holding<T>(
	path: string,
	work: () => T | Promise<T>,
	{ seconds = 10 } = {}
): Promise<T> {
	const held = `${path}.held`;
	const until = performance.now() + seconds * 1000;
	while (!take(held)) {
		if (performance.now() > until)
			throw new Error(`${held}: another command works on it; remove this file if none does`);
		await wait(AGAIN_MILLISECONDS);
	}
	try {
		return await work();
	} finally {
		rmSync(held, { force: true });
	}
}

function take(held: string): boolean {
	try {
		writeFileSync(held, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
		return true;
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
		if (isAlive(held)) return false;
		rmSync(held, { force: true });
		return take(held);
	}
}

/** An empty one is being written. */
function isAlive(held: string): boolean {
	try {
		const pid = Number(readFileSync(held, 'utf8'));
		return pid === 0 || process.kill(pid, 0);
	} catch (problem) {
		return (problem as NodeJS.ErrnoException).code === 'EPERM';
	}
}
