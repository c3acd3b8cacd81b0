import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { platform } from '../../../tests/support/browser.ts';
import { submission } from '../../../tests/support/survey.ts';
import { makeKeyPair, type KeyPair } from '../server/core/opener.ts';
import { start, type State } from './driver.ts';
import { keep, retry, send } from './outbox.ts';
import { close, disk } from './store.ts';

const offline = (): Response => {
	throw new TypeError('Failed to fetch');
};

let key: KeyPair;
let n = 0;
let municipality = '';
let around: ReturnType<typeof platform>;
let state: State | undefined;
let acknowledged: string[];
let stop: () => void;

const begin = (): void => {
	stop = start(
		municipality,
		(now) => {
			state = now;
			acknowledged.push(...now.acknowledged.map(({ id }) => id));
		},
		around.options
	);
};
const become = (expected: Partial<State>): Promise<void> =>
	vi.waitFor(() => expect(state).toMatchObject({ sending: false, ...expected }));
const posted = (times: number): Promise<void> =>
	vi.waitFor(() => {
		expect(around.posts()).toBe(times);
		expect(state?.sending).toBe(false);
	});

beforeAll(async () => {
	key = makeKeyPair();
});
beforeEach(() => {
	municipality = `drevet${++n}`;
	around = platform();
	state = undefined;
	acknowledged = [];
});
afterEach(() => {
	stop();
	close(municipality);
});

describe('a driver', () => {
	it('sends what was left from before, and says when all is sent', async () => {
		const mine = submission();
		await keep(municipality, mine, key);
		begin();
		await become({ waiting: 0 });
		expect(acknowledged).toEqual([mine.id]);
		expect(around.timers()).toBe(0);
	});

	it('sends what is kept while it runs', async () => {
		begin();
		await become({ waiting: 0 });
		expect(around.posts()).toBe(0);
		const mine = submission();
		await keep(municipality, mine, key);
		await vi.waitFor(() => expect(acknowledged).toEqual([mine.id]));
	});

	it('lets a form that sends by itself have the acknowledgement too', async () => {
		begin();
		await become({ waiting: 0 });
		const mine = submission();
		await keep(municipality, mine, key);
		expect((await send(municipality, around.options)).get(mine.id)?.outcome).toBe('counted');
	});

	it('waits 1, 2, 4 … seconds while there is no network, and begins anew after a success', async () => {
		await keep(municipality, submission(), key);
		around.replies.push(offline, offline, offline);
		begin();
		for (const [posts, seconds] of [
			[1, 1],
			[2, 2],
			[3, 4]
		] as const) {
			await posted(posts);
			await become({ waiting: 1 });
			expect(around.waits.at(-1)).toBe(seconds);
			around.pass(seconds);
		}
		await become({ waiting: 0 });
		around.replies.push(offline);
		await keep(municipality, submission(), key);
		await posted(5);
		await become({ waiting: 1 });
		expect(around.waits.at(-1)).toBe(1);
	});

	it('tries at once when the network or the person comes back, and leaves one timer at most', async () => {
		await keep(municipality, submission(), key);
		around.replies.push(offline, offline);
		begin();
		await posted(1);
		around.wake();
		await posted(2);
		await become({ waiting: 1 });
		expect(around.timers()).toBe(1);
		around.wake();
		await become({ waiting: 0 });
		expect(around.timers()).toBe(0);
	});

	it('comes back no sooner than the server asked for', async () => {
		await keep(municipality, submission(), key);
		const headers = { 'retry-after': '60' };
		around.replies.push(() => new Response('', { status: 429, headers }));
		begin();
		await posted(1);
		await become({ waiting: 1 });
		expect(around.waits.at(-1)).toBe(60);
		around.pass(59);
		around.wake();
		expect(around.timers()).toBe(1);
		expect(around.waits.at(-1)).toBe(1);
		expect(around.posts()).toBe(1);
		around.pass(1);
		await become({ waiting: 0 });
	});

	it('comes back for an answer that the reply left out', async () => {
		await keep(municipality, submission(), key);
		around.replies.push(() => Response.json({ oejenhoejde: 1, results: [] }));
		begin();
		await become({ waiting: 1 });
		await posted(1);
		expect(around.waits.at(-1)).toBe(1);
		around.pass(1);
		await become({ waiting: 0 });
	});

	it('does not send again by itself after a 401, and asks for staff', async () => {
		await keep(municipality, submission(), key);
		around.replies.push(() => new Response('', { status: 401 }));
		begin();
		await become({ waiting: 1, askStaff: true });
		expect(around.timers()).toBe(0);
		around.pass(100_000);
		expect(around.posts()).toBe(1);
		stop();
		begin();
		await become({ waiting: 0, askStaff: false });
	});

	it('tries what needs help once at each start', async () => {
		const mine = submission();
		await keep(municipality, mine, key);
		around.replies.push(() => new Response('', { status: 400 }));
		begin();
		await become({ waiting: 0, needsHelp: 1 });
		expect(around.timers()).toBe(0);
		stop();
		begin();
		await become({ waiting: 0, needsHelp: 0 });
		expect(acknowledged).toEqual([mine.id]);
	});

	it('keeps a rhythm of its own on a tablet, whatever is kept when', async () => {
		around.options.everySeconds = 300;
		begin();
		await become({ waiting: 0 });
		for (const count of [1, 2]) {
			await keep(municipality, submission(), key);
			await become({ waiting: count });
		}
		around.pass(299);
		await become({ waiting: 2 });
		expect(around.posts()).toBe(0);
		around.pass(1);
		await become({ waiting: 0 });
		expect(around.posts()).toBe(1);
		await keep(municipality, submission(), key);
		await become({ waiting: 1 });
		await retry(municipality);
		await become({ waiting: 0 });
		around.replies.push(() => new Response('', { status: 401 }));
		await keep(municipality, submission(), key);
		around.pass(300);
		await become({ askStaff: true });
		around.pass(300);
		expect(around.posts()).toBe(3);
		stop();
		expect(around.timers()).toBe(0);
	});

	it('does nothing more when it is stopped', async () => {
		await keep(municipality, submission(), key);
		around.replies.push(offline);
		begin();
		await posted(1);
		await become({ waiting: 1 });
		stop();
		expect([around.timers(), around.wakers.size]).toEqual([0, 0]);
		await keep(municipality, submission(), key);
		expect(around.posts()).toBe(1);
		expect(await disk(municipality).ids()).toHaveLength(2);
	});
});
