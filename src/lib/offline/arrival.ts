import { lay, refused } from './documents.ts';
import { register as sendFor } from './own-worker.ts';

/** How long the worker may take to come before what it would have brought is fetched over the network. */
const PATIENCE_MILLISECONDS = 10_000;

/** Where nothing works offline: a bare address without https, a very old browser, a private window of some. */
export const canSettle = (): boolean =>
	!import.meta.env.DEV && 'serviceWorker' in navigator && 'caches' in globalThis;

/**
 * At a first visit: lays the documents that the page was made of in the device's cache, and sends for the worker, which
 * brings the rest of the app for this page too. Resolves when it has, or when it is not to be waited for.
 */
export async function arrival(
	municipality: string,
	documents: { [path: string]: unknown }
): Promise<void> {
	if (!canSettle() || navigator.serviceWorker.controller) return;
	await lay(municipality, documents);
	const hasCome = new Promise((resolve) => {
		navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
		setTimeout(resolve, PATIENCE_MILLISECONDS);
	});
	try {
		const { active } = await sendFor();
		if (!active) await hasCome;
	} catch (error) {
		refused(error);
	}
}
