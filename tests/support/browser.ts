import type { SendOptions } from '../../src/lib/outbox/outbox.ts';
import { SubmissionsRequest } from '../../src/lib/survey/envelope.ts';

/** A browser whose clock, network and events are in the test's hand. */
export function platform() {
	let now = 0;
	let timers: { at: number; callback: () => void }[] = [];
	const replies: (() => Response)[] = [];
	const waits: number[] = [];
	const wakers = new Set<() => void>();
	let posts = 0;
	const options: SendOptions = {
		random: () => 0,
		now: () => now,
		after(milliseconds, callback) {
			const timer = { at: now + milliseconds, callback };
			waits.push(milliseconds / 1000);
			timers.push(timer);
			return () => (timers = timers.filter((each) => each !== timer));
		},
		onwake(callback) {
			wakers.add(callback);
			return () => wakers.delete(callback);
		},
		fetch: async (_, init) => {
			posts += 1;
			const { envelopes } = SubmissionsRequest.parse(JSON.parse(String(init?.body)));
			const results = envelopes.map(({ id }) => ({ id, outcome: 'counted' }));
			return replies.shift()?.() ?? Response.json({ oejenhoejde: 1, results });
		}
	};
	return {
		options,
		replies,
		waits,
		posts: () => posts,
		timers: () => timers.length,
		wake: () => wakers.forEach((callback) => callback()),
		wakers,
		pass(seconds: number) {
			now += seconds * 1000;
			const due = timers.filter(({ at }) => at <= now);
			timers = timers.filter(({ at }) => at > now);
			due.forEach(({ callback }) => callback());
		}
	};
}
