import type { Acknowledgement } from '../survey/submission.ts';
import { backoffSeconds, type Stop } from './acknowledge.ts';
import { listen } from './channel.ts';
import { retry, sendAll, waiting, type SendOptions, type Waiting } from './sending.ts';
import { browser } from './platform.ts';

/** What a page can say about sending. */
export type State = Waiting & {
	sending: boolean;
	/** The server wants a person of the staff to start the tablet again; until then it is not asked again by itself. */
	askStaff: boolean;
	/** New since the last state. */
	acknowledged: Acknowledgement[];
};

/**
 * Keeps sending as long as the page is open: now, when something is kept, when the network or the person comes back,
 * and after a growing pause when it failed. What needed help is tried again once. With `everySeconds`: when those have passed
 * instead of when something is kept.
 * @param onchange at every change, in this tab or another.
 * @returns how to stop.
 */
export function start(
	municipality: string,
	onchange: (state: State) => void,
	options: SendOptions = {}
): () => void {
	const { now, after, random, onwake } = { ...browser(), ...options };
	let sending = false;
	let again = false;
	let stopped = false;
	let stop: Stop | undefined;
	let failures = 0;
	let notBefore = 0;
	let cancel = (): void => undefined;
	let silence = (): void => undefined;
	const { everySeconds } = options;
	let acknowledged: Acknowledgement[] = [];
	let reports = 0;

	async function report(): Promise<void> {
		const number = ++reports;
		const counts = await waiting(municipality);
		if (stopped || number !== reports) return;
		const state = { ...counts, sending, askStaff: stop === 'staff', acknowledged };
		acknowledged = [];
		onchange(state);
	}

	async function drive(): Promise<void> {
		if (stopped) return;
		cancel();
		if (sending) {
			again = true;
			return;
		}
		if (now() < notBefore) {
			cancel = after(notBefore - now(), begin);
			return report();
		}
		again = false;
		sending = true;
		try {
			void report();
			stop = await sendAll(municipality, options);
		} finally {
			sending = false;
		}
		if (stop && stop !== 'staff') pause(stop.afterSeconds);
		else failures = 0;
		await report();
		if (again) return drive();
	}

	const begin = (): void => void drive();

	/** A server's own wish (`Retry-After`) is kept even when the network comes back meanwhile; our own pause is not. */
	function pause(wishedSeconds: number): void {
		failures += 1;
		notBefore = now() + wishedSeconds * 1000;
		const seconds = Math.max(wishedSeconds, backoffSeconds(failures, random()));
		if (!stopped) cancel = after(seconds * 1000, begin);
	}

	function beat(seconds: number): void {
		silence = after(seconds * 1000, () => {
			beat(seconds);
			if (stop !== 'staff') begin();
		});
	}

	const hangUp = listen(municipality, (news) => {
		if (news.kind === 'kept' && everySeconds) return void report();
		if (news.kind === 'told') return;
		if (news.kind !== 'sent') return begin();
		acknowledged.push(...news.acknowledged);
		void report();
	});
	const sleep = onwake(begin);
	if (everySeconds) beat(everySeconds);
	// `retry` tells that there is something to send, and so begins.
	void retry(municipality);

	return () => {
		stopped = true;
		cancel();
		silence();
		hangUp();
		sleep();
	};
}
