import { expect, it } from 'vitest';
import * as queue from './costly-queue.ts';

/** Work that ends when it is told to; `begun` are the names of what runs or is done, in order. */
function workshop() {
	const begun: string[] = [];
	const ends: (() => void)[] = [];
	const refused: string[] = [];
	const run = (name: string, network?: string): void => {
		const work = () => {
			begun.push(name);
			return new Promise<void>((end) => ends.push(end));
		};
		queue.run(work, network).catch((problem: unknown) => {
			expect(problem).toBeInstanceOf(queue.Crowded);
			refused.push(name);
		});
	};
	/** Ends what runs, one after the other, until nothing is left. */
	const finish = async (): Promise<void> => {
		for (let quiet = 0; quiet < 5; quiet++) {
			const end = ends.shift();
			if (end) quiet = 0;
			end?.();
			await new Promise(setImmediate);
		}
	};
	return { begun, refused, run, finish };
}

it('runs two at a time, those who are known first', async () => {
	const { begun, run, finish } = workshop();
	for (const name of ['a', 'b', 'c', 'd']) run(name, name);
	run('karen');
	expect(begun).toEqual(['a', 'b']);
	await finish();
	expect(begun).toEqual(['a', 'b', 'karen', 'c', 'd']);
	run('again', 'again');
	expect(begun.at(-1)).toBe('again');
	await finish();
});

it('sends a flood’s oldest away, and neither who is known nor who comes from elsewhere', async () => {
	const { begun, refused, run, finish } = workshop();
	run('town hall', 'town hall');
	run('library', 'library');
	run('home', 'home');
	for (let n = 0; n < 20; n++) {
		for (let network = 0; network < 60; network++) run(`${network} ${n}`, `flood ${network}`);
	}
	run('karen');
	run('new', 'new');
	await finish();
	expect(begun).toEqual(expect.arrayContaining(['karen', 'new']));
	expect(begun.indexOf('karen')).toBe(2);
	expect(begun.length).toBe(2 + 1 + queue.STRANGERS_MAX);
	expect(refused.length).toBe(60 * 20 + 5 - begun.length);
	// The newest of each stays, so that nobody waits long for an answer that comes after they left.
	expect(refused[0]).not.toMatch(/ 19$/);
});

it('lets so many of one network wait, and sends its oldest away first', async () => {
	const { begun, refused, run, finish } = workshop();
	for (let n = 0; n < 2 + queue.OF_NETWORK_MAX + 3; n++) run(`${n}`, 'town hall');
	await finish();
	expect(refused).toEqual(['2', '3', '4']);
	expect(begun).toHaveLength(2 + queue.OF_NETWORK_MAX);
});

it('goes on after work that fails', async () => {
	await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
	await expect(queue.run(() => Promise.resolve(5))).resolves.toBe(5);
});
