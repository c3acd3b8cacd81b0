import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { asLoad, inSlices } from './loads.ts';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

/** Rounds of the event loop until it is done. */
async function roundsOf(work: Promise<unknown>): Promise<number> {
	let isDone = false;
	const done = work.finally(() => (isDone = true));
	let rounds = 0;
	for (; !isDone; rounds++) await nextRound();
	await done;
	return rounds;
}

it('lets others in between every few of a load, and keeps its order', async () => {
	const done: number[] = [];
	const rounds = await roundsOf(inSlices(FIFTY, async (n) => void done.push(n)));
	expect(rounds).toBeGreaterThanOrEqual(9);
	expect(done).toEqual(FIFTY);
});

it('opens so much of loads at a time, whoever they are of, and no load is forgotten', async () => {
	let [now, most, all] = [0, 0, 0];
	const load = () =>
		asLoad(50, async () => {
			most = Math.max(most, (now += 50));
			await inSlices(FIFTY, async () => void all++);
			now -= 50;
		});
	await Promise.all(Array.from({ length: 20 }, load));
	expect({ most, all }).toEqual({ most: 200, all: 1000 });
});

it('keeps nobody waiting who sends one answer, nor after a load that fails', async () => {
	let end = (): void => undefined;
	const ends = new Promise<void>((resolve) => (end = resolve));
	const loads = Array.from({ length: 8 }, () => asLoad(50, () => ends));
	expect(await asLoad(1, async () => 'counted')).toBe('counted');
	end();
	await Promise.all(loads);
	const fail = () => Promise.reject(new Error('broken'));
	const failed = await Promise.allSettled(Array.from({ length: 8 }, () => asLoad(200, fail)));
	expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']));
	expect(await asLoad(200, async () => 'counted')).toBe('counted');
});
