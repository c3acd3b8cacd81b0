import type { Page } from '@playwright/test';

export type Stored = { [place: string]: unknown[] };

/** All that a page's browser keeps for its address: everything in it, read out as text and values. */
export async function dump(page: Page): Promise<Stored> {
	const stored = await page.evaluate(async () => {
		const found: { [place: string]: unknown[] } = {
			local: Object.entries(localStorage),
			session: Object.entries(sessionStorage),
			caches: []
		};
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			found.caches?.push(...(await cache.keys()).map(({ url }) => new URL(url).pathname));
		}
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			for (const store of database.objectStoreNames) {
				found[`${name} ${store}`] = await new Promise((resolve, reject) => {
					const request = database.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => resolve(request.result as unknown[]);
					request.onerror = () => reject(request.error);
				});
			}
			database.close();
		}
		return found;
	});
	return { ...stored, cookies: await page.context().cookies() };
}
