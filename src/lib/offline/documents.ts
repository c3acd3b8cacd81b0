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

/** The municipalities that a device has opened, by what it keeps of them: their pages open without network. */
export async function keptMunicipalities(): Promise<{ municipality: string; name: string }[]> {
	if (!('caches' in globalThis)) return [];
	const names = (await caches.keys()).filter((name) => /^oejenhoejde-(?!section-)/.test(name));
	const found = await Promise.all(
		names.map(async (cache) => {
			const municipality = cache.slice(handoutCache('').length);
			const kept = await caches.match(`/${municipality}/api/v1/handout.json`);
			const name: unknown = kept && (await kept.json()).name;
			return typeof name === 'string' ? [{ municipality, name }] : [];
		})
	);
	return found.flat();
}
