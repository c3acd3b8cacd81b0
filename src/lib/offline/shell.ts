import { handoutCache } from './worker.ts';

/** A new version of the app that waits for the person's word. */
export type Update = { take: () => void };

/**
 * Makes the app work without network from the next moment on: registers the worker and lays the document that the page was
 * made of in the device's cache (the server had put it into the page, so the worker never saw it).
 *
 * @param onupdate a new version has arrived; it takes over at `take`, and the page is loaded anew
 */
export async function settle(
	municipality: string,
	documents: { [path: string]: unknown },
	onupdate: (update: Update) => void
): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	await lay(municipality, documents);
	const registration = await navigator.serviceWorker.register('/service-worker.js', {
		type: import.meta.env.DEV ? 'module' : 'classic'
	});
	watch(registration, onupdate);
}

/** Lays documents in the device's cache, by their address, for when there is no network. */
export async function lay(
	municipality: string,
	documents: { [path: string]: unknown }
): Promise<void> {
	// Not on a bare address without https; there, nothing works offline.
	if (!('caches' in globalThis)) return;
	const cache = await caches.open(handoutCache(municipality));
	for (const [path, content] of Object.entries(documents)) {
		await cache.put(path, Response.json(content));
	}
}

/** Takes documents out of the device's cache again. */
export async function lift(municipality: string, paths: string[]): Promise<void> {
	if (!('caches' in globalThis)) return;
	const cache = await caches.open(handoutCache(municipality));
	for (const path of paths) await cache.delete(path);
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
