import { isTablets } from './queue.ts';
import type { Platform } from './platform.ts';

type Registration = ServiceWorkerRegistration & {
	/** Background Sync: Chromium only. */
	sync?: { register(tag: string): Promise<void> };
};

const PREFIX = 'outbox/';
const syncTag = (municipality: string): string => `${PREFIX}${municipality}`;

/** The municipality that a worker's `sync` event is about, or undefined when it is not the outbox's. */
export const municipalityOfTag = (tag: string): string | undefined =>
	tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : undefined;

/** Asks the browser to wake the worker when the network is back, also when the page is gone by then. */
export async function askForSync(
	municipality: string,
	{ serviceWorker }: Pick<Platform, 'serviceWorker'>
): Promise<void> {
	// The worker has no grant.
	if (isTablets(municipality)) return;
	const registration: Registration | undefined = await serviceWorker?.getRegistration();
	try {
		await registration?.sync?.register(syncTag(municipality));
	} catch (error) {
		// Turned off by the person, or the worker is not active yet: the page sends by itself.
		if (!(error instanceof DOMException)) throw error;
	}
}
