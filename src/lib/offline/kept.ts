import { handoutCache } from './documents.ts';

/** The municipalities that a device has opened, by what it keeps of them: their pages open without network. */
export async function keptMunicipalities(): Promise<{ municipality: string; name: string }[]> {
	if (!('caches' in globalThis)) return [];
	const names = (await caches.keys()).filter((name) => /^oejenhoejde-(?!section-)/.test(name));
	const found = await Promise.all(
		names.map(async (cache) => {
			const municipality = cache.slice(handoutCache('').length);
			// In whatever language it was read.
			const address = `/${municipality}/api/v1/handout.json`;
			const kept = await caches.match(address, { ignoreSearch: true });
			const name: unknown = kept && (await kept.json()).name;
			return typeof name === 'string' ? [{ municipality, name }] : [];
		})
	);
	return found.flat();
}
