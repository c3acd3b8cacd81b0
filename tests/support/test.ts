import { test as base } from '@playwright/test';
import { open, type House, type Variables } from './house.ts';

export { expect } from '@playwright/test';

type PerTest = {
	/** Starts a server of the test's own, with these variables; it is stopped and its files removed afterwards. */
	another: (variables?: Variables, build?: string) => Promise<House>;
};
type PerWorker = {
	/** The server that this worker's tests share; `page.goto('/stevns')` goes there. */
	house: House;
};

export const test = base.extend<PerTest, PerWorker>({
	house: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs.
		async ({}, use) => {
			const house = await open();
			await use(house);
			await house.clear();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ house }, use) => use(house.url),
	// eslint-disable-next-line no-empty-pattern -- as above
	another: async ({}, use) => {
		const houses: House[] = [];
		await use(async (variables, build) => {
			const house = await open(variables, build);
			houses.push(house);
			return house;
		});
		// Those that were made last may use the first one's files.
		for (const house of houses.reverse()) await house.clear();
	}
});
