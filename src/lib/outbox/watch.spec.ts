import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { platform } from '../../../tests/support/browser.ts';
import { submission } from '../../../tests/support/survey.ts';
import { makeKeyPair, type KeyPair } from '../server/core/opener.ts';
import type { State } from './driver.ts';
import { keep, told } from './outbox.ts';
import { close } from './store.ts';
import { watch } from './watch.ts';

let key: KeyPair;
let n = 0;
let municipality = '';
let around: ReturnType<typeof platform>;

beforeAll(async () => {
	key = makeKeyPair();
});
beforeEach(() => {
	municipality = `set${++n}`;
	around = platform();
});
afterEach(() => {
	close(municipality);
	vi.unstubAllGlobals();
});

/** Looks, and remembers the last state. */
function look(): { state: () => State | undefined; stop: () => void } {
	let last: State | undefined;
	const stop = watch(municipality, (state) => (last = state), around.options);
	return { state: () => last, stop };
}

it('sends once, however many look, and tells who comes later at once', async () => {
	const first = look();
	await vi.waitFor(() => expect(first.state()).toMatchObject({ waiting: 0, sending: false }));
	const second = look();
	expect(second.state()).toMatchObject({ waiting: 0 });
	await keep(municipality, submission(), key);
	await vi.waitFor(() => {
		expect(around.posts()).toBe(1);
		for (const each of [first, second])
			expect(each.state()).toMatchObject({ waiting: 0, sending: false });
	});
	expect(around.wakers.size).toBe(1);
	first.stop();
	expect(around.wakers.size).toBe(1);
	second.stop();
	expect(around.wakers.size).toBe(0);
});

const refused = (id: string) => ({ id, outcome: 'not-counted', reason: 'too-late' }) as const;
const reply = (...results: object[]) => Response.json({ oejenhoejde: 1, results });
const outcomes = (state: State | undefined) => state?.acknowledged.map(({ outcome }) => outcome);

it('keeps what became of every answer until it is told, and tells it to who comes later', async () => {
	const [one, other] = [submission(), submission()];
	await keep(municipality, one, key);
	await keep(municipality, other, key);
	around.replies.push(() => reply({ id: one.id, outcome: 'counted' }, refused(other.id)));
	const first = look();
	const all = ['counted', 'not-counted'];
	await vi.waitFor(() => expect(outcomes(first.state())).toEqual(all));
	// Another state takes nothing away.
	around.wake();
	await vi.waitFor(() => expect(first.state()?.sending).toBe(false));
	expect(outcomes(first.state())).toEqual(all);
	const second = look();
	expect(outcomes(second.state())).toEqual(all);
	told(municipality, [{ id: one.id }]);
	for (const each of [first, second]) expect(outcomes(each.state())).toEqual(['not-counted']);
	first.stop();
	second.stop();
});

it('does not tell what a form has told, but what comes of it once it was mended', async () => {
	const mine = submission();
	await keep(municipality, mine, key);
	around.replies.push(() => reply(refused(mine.id)));
	const seen: (string[] | undefined)[] = [];
	const form = watch(
		municipality,
		({ acknowledged }) => told(municipality, acknowledged),
		around.options
	);
	const foot = watch(municipality, (state) => seen.push(outcomes(state)), around.options);
	await vi.waitFor(() => expect(around.posts()).toBe(1));
	await vi.waitFor(() => expect(seen.length).toBeGreaterThan(2));
	expect(seen.flat()).toEqual([]);
	form();
	await keep(municipality, mine, key);
	await vi.waitFor(() => expect(seen.at(-1)).toEqual(['counted']));
	foot();
});

it('tries again after a while where somebody on the way has refused', async () => {
	await keep(municipality, submission(), key);
	const unauthorised = () => new Response('<h1>Log in</h1>', { status: 401 });
	around.replies.push(unauthorised, unauthorised);
	const only = look();
	for (const posts of [1, 2]) {
		await vi.waitFor(() => {
			expect(around.posts()).toBe(posts);
			expect(only.state()).toMatchObject({ waiting: 1, askStaff: true, sending: false });
			expect(around.timers()).toBe(1);
		});
		around.pass(300);
	}
	await vi.waitFor(() => expect(only.state()).toMatchObject({ waiting: 0, sending: false }));
	expect(around.timers()).toBe(0);
	only.stop();
});

it('goes on without anybody looking while an answer lies in memory alone', async () => {
	vi.stubGlobal('indexedDB', undefined);
	around.replies.push(() => new Response('', { status: 503 }));
	const only = look();
	await keep(municipality, submission(), key);
	await vi.waitFor(() => expect(only.state()).toMatchObject({ unsaved: 1, sending: false }));
	expect(around.posts()).toBe(1);
	only.stop();
	expect(around.wakers.size).toBe(1);
	around.wake();
	await vi.waitFor(() => expect(around.posts()).toBe(2));
	await vi.waitFor(() => expect(around.wakers.size).toBe(0));
});
