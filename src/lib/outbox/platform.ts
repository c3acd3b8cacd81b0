/** What the outbox needs of its browser, page or worker alike. Tests pass in their own. */
export type Platform = {
	fetch: typeof fetch;
	/** Absent where a browser is too old; two senders are then harmless, as ids are counted once. */
	locks: Pick<LockManager, 'request'> | undefined;
	storage: Pick<StorageManager, 'persisted' | 'persist'> | undefined;
	serviceWorker: Pick<ServiceWorkerContainer, 'getRegistration'> | undefined;
	/** In [0, 1). */
	random: () => number;
	/** Milliseconds by a clock that nobody sets: the device's own may be a year wrong. */
	now: () => number;
	/** Calls back once; returns how to cancel. */
	after: (milliseconds: number, callback: () => void) => () => void;
	timeout: (milliseconds: number) => AbortSignal;
	/** Calls back whenever the network returns or the page is looked at again; returns how to stop. */
	onwake: (callback: () => void) => () => void;
};

export const browser = (): Platform => ({
	fetch: (...request) => fetch(...request),
	locks: globalThis.navigator?.locks,
	storage: globalThis.navigator?.storage,
	serviceWorker: globalThis.navigator?.serviceWorker,
	random: Math.random,
	now: () => performance.now(),
	after(milliseconds, callback) {
		const timer = setTimeout(callback, milliseconds);
		return () => clearTimeout(timer);
	},
	timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
	onwake(callback) {
		const seen = () => {
			if (document.visibilityState === 'visible') callback();
		};
		addEventListener('online', callback);
		document.addEventListener('visibilitychange', seen);
		return () => {
			removeEventListener('online', callback);
			document.removeEventListener('visibilitychange', seen);
		};
	}
});
