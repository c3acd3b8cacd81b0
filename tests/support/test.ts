import { test as base } from '@playwright/test';
import { open, type Site, type Variables } from './site.ts';

export { expect } from '@playwright/test';

type PerTest = {
	/** Starts a server of the test's own, with these variables; it is stopped and its files removed afterwards. */
	another: (variables?: Variables, build?: string) => Promise<Site>;
};
type PerWorker = {
	/** The server that this worker's tests share; `page.goto('/stevns')` goes there. */
	site: Site;
};

export const test = base.extend<PerTest, PerWorker>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs.
		async ({}, use) => {
			const site = await open();
			await use(site);
			await site.clear();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site.url),
	// eslint-disable-next-line no-empty-pattern -- as above
	another: async ({}, use) => {
		const sites: Site[] = [];
		await use(async (variables, build) => {
			const site = await open(variables, build);
			sites.push(site);
			return site;
		});
		// Those that were made last may use the first one's files.
		for (const site of sites.reverse()) await site.clear();
	}
});
