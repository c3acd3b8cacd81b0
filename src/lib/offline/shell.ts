import { canSettle } from './arrival.ts';
import { handoutCache, lay, refused } from './documents.ts';
import { register as sendFor } from './own-worker.ts';
import { cacheName } from './sections.ts';

/** A new version of the app that waits for the person's word. */
export type Update = { take: () => void };

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Makes the app work without network from the next moment on: lays the documents that the page was made of in the device's
 * cache, registers the worker, and asks for a newer one now and then, for an installed app may stay open for weeks.
 *
 * @param onupdate a new version has arrived; it takes over at `take`, and the page is loaded anew
 * @returns how to stop asking
 */
export async function settle(
	municipality: string,
	documents: { [path: string]: unknown },
	onupdate: (update: Update) => void
): Promise<() => void> {
	if (!canSettle()) return () => undefined;
	await lay(municipality, documents);
	const registration = await register(onupdate);
	let asked = Date.now();
	const ask = (): void => {
		const isSoon = Math.abs(Date.now() - asked) < HOUR_MILLISECONDS;
		if (isSoon || document.visibilityState !== 'visible') return;
		asked = Date.now();
		registration?.update().catch(refused);
	};
	addEventListener('online', ask);
	document.addEventListener('visibilitychange', ask);
	return () => {
		removeEventListener('online', ask);
		document.removeEventListener('visibilitychange', ask);
	};
}

/** Fetches parts of the app that not everybody opens (`sectionsOf`), so that they open without network from now on. */
export async function keep(sections: string[]): Promise<void> {
	if (sections.length === 0 || !canSettle()) return;
	const { active } = await navigator.serviceWorker.ready;
	for (const section of sections) active?.postMessage({ keep: section });
}

/** Takes a part of the app, and documents of a municipality, off the device again: nothing tells that somebody went there. */
export async function forget(
	section: string,
	municipality: string,
	documents: string[]
): Promise<void> {
	if (!('caches' in globalThis)) return;
	try {
		await caches.delete(cacheName(section));
		const cache = await caches.open(handoutCache(municipality));
		// In whatever language it was read.
		for (const path of documents) await cache.delete(path, { ignoreSearch: true });
	} catch (error) {
		refused(error);
	}
}

async function register(
	onupdate: (update: Update) => void
): Promise<ServiceWorkerRegistration | undefined> {
	try {
		const registration = await sendFor();
		watch(registration, onupdate);
		return registration;
	} catch (error) {
		refused(error);
	}
}

function watch(registration: ServiceWorkerRegistration, onupdate: (update: Update) => void): void {
	const offer = (worker: ServiceWorker): void => {
		onupdate({
			take() {
				navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
					once: true
				});
				worker.postMessage('take-over');
			}
		});
	};
	if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const { installing } = registration;
		installing?.addEventListener('statechange', () => {
			// The very first worker is no update.
			const isUpdate = installing.state === 'installed' && navigator.serviceWorker.controller;
			if (isUpdate) offer(installing);
		});
	});
}
