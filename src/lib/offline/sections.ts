import { refused } from './documents.ts';
import { isGenuine } from './genuine.ts';

/** A file of the app; those of a section are fetched when somebody first goes there. */
export type Entry = { url: string; revision: string | null; section?: string };

const PREFIX = 'oejenhoejde-section-';
export const cacheName = (section: string): string => PREFIX + section;

/** From the device, where the section has been opened before; else from the network. */
export async function fromSection(request: Request): Promise<Response> {
	const kept = await caches.match(request).catch(refused);
	return kept ?? fetch(request);
}

/**
 * Fetches what the device lacks of a section, so that it opens without network from now on.
 * @throws when something could not be fetched: the rest is kept, and the next visit tries again.
 */
export async function keepSection(section: string, entries: Entry[]): Promise<void> {
	const wanted = addressesOf(section, entries);
	if (wanted.length === 0) return;
	const cache = await caches.open(cacheName(section));
	for (const url of wanted) {
		// What two sections need lies in both, as either may be forgotten.
		if (await cache.match(url)) continue;
		const response = (await caches.match(url)) ?? (await fetch(url));
		if (!isGenuine(url, response)) throw new TypeError(`not ours: ${url}`);
		await cache.put(url, response);
	}
}

/** A new version brings the sections along that its device has opened. */
export async function keepOpened(entries: Entry[]): Promise<void> {
	for (const section of await opened()) await keepSection(section, entries);
}

/** When the new version has taken over, the old one's files go. */
export async function tidy(entries: Entry[]): Promise<void> {
	for (const section of await opened()) {
		const wanted = new Set(addressesOf(section, entries));
		const cache = await caches.open(cacheName(section));
		for (const { url } of await cache.keys()) {
			if (!wanted.has(new URL(url).pathname)) await cache.delete(url);
		}
	}
}

const opened = async (): Promise<string[]> =>
	(await caches.keys())
		.filter((name) => name.startsWith(PREFIX))
		.map((name) => name.slice(PREFIX.length));

/** Their names change with their content, so what is there need not be fetched again. */
const addressesOf = (section: string, entries: Entry[]): string[] =>
	entries.filter((entry) => entry.section === section).map(({ url }) => `/${url}`);
