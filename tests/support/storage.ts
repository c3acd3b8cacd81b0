import type { Page } from '@playwright/test';

/** All that a site has on the device, as text: IndexedDB, Cache Storage, localStorage, sessionStorage and cookies. */
export const dump = async (page: Page): Promise<string> => (await everything(page)).join('\n');

const SERVED =
	/^(cache \S+ \S+(?:\.(?:js|css|svg)|\/app-shell|\/(?:model|handout)\.json)\S*): .*$/s;

/** The same, but of what the server serves to everybody only the names: it says nothing about anybody. */
export const dumpOfOnesOwn = async (page: Page): Promise<string> =>
	(await everything(page)).map((line) => line.replace(SERVED, '$1')).join('\n');

const everything = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const lines: string[] = [];
		const settle = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('no reason'));
			});
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await settle(indexedDB.open(name));
			for (const store of database.objectStoreNames) {
				const rows = await settle(database.transaction(store).objectStore(store).getAll());
				lines.push(`indexedDB ${name} ${store}: ${JSON.stringify(rows)}`);
			}
			database.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const kept = await cache.match(request);
				lines.push(`cache ${name} ${request.url}: ${await kept?.text()}`);
			}
		}
		for (const storage of [localStorage, sessionStorage]) {
			lines.push(`storage: ${JSON.stringify(Object.entries(storage))}`);
		}
		return [...lines, `cookies: ${document.cookie}`];
	});
