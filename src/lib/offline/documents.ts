export const handoutCache = (municipality: string): string => `oejenhoejde-${municipality}`;

/**
 * Lays documents in the device's cache, by their address, for when there is no network: the server had put them into the
 * page, so the worker never saw them.
 */
export async function lay(
	municipality: string,
	documents: { [path: string]: unknown }
): Promise<void> {
	if (!('caches' in globalThis)) return;
	try {
		const cache = await caches.open(handoutCache(municipality));
		for (const [path, content] of Object.entries(documents)) {
			await cache.put(path, Response.json(content));
		}
	} catch (error) {
		// Full, or forbidden: then there is no offline, and nothing else changes.
		refused(error);
	}
}

/** No network, no room, or the person has turned it off. */
export function refused(error: unknown): void {
	if (error instanceof TypeError || error instanceof DOMException) return;
	throw error;
}
