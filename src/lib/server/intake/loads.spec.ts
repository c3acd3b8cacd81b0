import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import * as intake from './intake.ts';
import { pair, place, today } from './intake.fixture.ts';
import { asLoad, inSlices, isItsRound } from './loads.ts';

const OWNERS = { stevns: {}, vejen: {} };
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

it('opens loads of one municipality at a time, so many together, and forgets none', async () => {
	const now = { stevns: 0, vejen: 0 };
	let [most, all, isMixed] = [0, 0, false];
	const load = (of: 'stevns' | 'vejen') =>
		asLoad(OWNERS[of], 50, async () => {
			most = Math.max(most, (now[of] += 50));
			isMixed ||= now.stevns > 0 && now.vejen > 0;
			await inSlices(FIFTY, async () => void all++);
			now[of] -= 50;
		});
	await Promise.all(Array.from({ length: 20 }, (_, n) => load(n % 2 ? 'vejen' : 'stevns')));
	expect({ most, all, isMixed }).toEqual({ most: 200, all: 1000, isMixed: false });
});

it('makes one large commit in a round, and small ones at any time', async () => {
	expect([50, 50, 1, 200].map(isItsRound)).toEqual([true, false, true, false]);
	await nextRound();
	expect(isItsRound(50)).toBe(true);
	await nextRound();
});

it('keeps nobody waiting who sends one answer, nor after a load that fails', async () => {
	let end = (): void => undefined;
	const ends = new Promise<void>((resolve) => (end = resolve));
	const loads = Array.from({ length: 8 }, () => asLoad(OWNERS.stevns, 50, () => ends));
	expect(await asLoad(OWNERS.vejen, 1, async () => 'counted')).toBe('counted');
	end();
	await Promise.all(loads);
	const fail = () => Promise.reject(new Error('broken'));
	const failed = await Promise.allSettled(
		Array.from({ length: 8 }, () => asLoad(OWNERS.vejen, 200, fail))
	);
	expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']));
	expect(await asLoad(OWNERS.vejen, 200, async () => 'counted')).toBe('counted');
});

it('counts one answer before the loads that came before it, and then all of those', async () => {
	const [far, near] = [place(), place()];
	const seal = () => sealSubmission(submission({ channel: 'open' }), pair);
	const loads = await Promise.all([1, 2, 3].map(() => Promise.all(FIFTY.map(seal))));
	const order: string[] = [];
	const from = { grant: undefined, today };
	const told = (name: string, { results }: { results: { outcome: string }[] }) => {
		order.push(name);
		return results.filter(({ outcome }) => outcome === 'counted').length;
	};
	const all = loads.map((load) =>
		intake.receive(far.db, far.keysFolder, load, from).then((reply) => told('load', reply))
	);
	const one = intake
		.receive(near.db, near.keysFolder, [await seal()], from)
		.then((reply) => told('one', reply));
	expect(await Promise.all([one, ...all])).toEqual([1, 50, 50, 50]);
	expect(order[0]).toBe('one');
});
