import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { AT_ONCE, inTurn } from './turns.ts';

const FLOODER = '192.0.2.66';
const OFFICE = '198.51.100.7';

/** Requests whose work takes some rounds of the event loop each. @returns who was served, in the order that they were */
function queue() {
	const served: string[] = [];
	const all: Promise<void>[] = [];
	const ask = (network: string, work: () => Promise<unknown> = () => wait(1)) =>
		all.push(inTurn(network, work).then(() => void served.push(network)));
	return { served, ask, done: () => Promise.all(all) };
}

it('lets whoever comes from elsewhere go before all that one address still waits with', async () => {
	const { served, ask, done } = queue();
	for (let n = 0; n < 500; n++) ask(FLOODER);
	for (let n = 0; n < 5; n++) ask(OFFICE);
	await done();
	expect(served).toHaveLength(505);
	// Beside what was begun already, one of the flood's for each of theirs.
	expect(served.lastIndexOf(OFFICE)).toBeLessThan(2 * AT_ONCE + 10);
});

it('hears who comes while it is busy', async () => {
	const { served, ask, done } = queue();
	// Work that ends at once: nothing else would come to be read.
	for (let n = 0; n < 500; n++) ask(FLOODER, () => Promise.resolve());
	await new Promise<void>((come) => setImmediate(() => come(void ask(OFFICE))));
	await done();
	expect(served.indexOf(OFFICE)).toBeLessThan(490);
});

it('begins few of one address in a round, as whoever comes has yet to be let in', async () => {
	const { served, ask, done } = queue();
	for (let n = 0; n < 100; n++) ask(FLOODER, () => Promise.resolve());
	for (let round = 1; round <= 10; round++) {
		await new Promise((next) => setImmediate(next));
		expect(served.length).toBeLessThan(10 + 4 * round);
	}
	await done();
	expect(served).toHaveLength(100);
});

it('makes up for what waited in a few rounds, when it is of many and not of one', async () => {
	const { served, ask, done } = queue();
	const many = Array.from({ length: AT_ONCE * 6 }, (_, n) => `203.0.113.${n}`);
	for (const network of many) ask(network, () => Promise.resolve());
	for (let round = 1; round <= 20; round++) await new Promise((next) => setImmediate(next));
	expect(served).toHaveLength(many.length);
	await done();
});

it('keeps nobody waiting for a sender that is slow, or work that fails', async () => {
	let arrive = (): void => undefined;
	const arrives = new Promise<void>((resolve) => (arrive = resolve));
	const slow = Array.from({ length: AT_ONCE }, () => inTurn(FLOODER, () => arrives));
	expect(await inTurn(OFFICE, () => Promise.resolve('before'))).toBe('before');
	arrive();
	await Promise.all(slow);
	const fail = () => Promise.reject(new Error('broken'));
	const failed = await Promise.allSettled(
		Array.from({ length: AT_ONCE * 3 }, () => inTurn(OFFICE, fail))
	);
	expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']));
	expect(await inTurn(OFFICE, () => Promise.resolve('served'))).toBe('served');
});
