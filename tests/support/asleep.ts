import type { Page } from '@playwright/test';

/** The pages that are opened from now on do not come to life before the returned function is called: as on a slow network. */
export async function asleep(page: Page): Promise<() => void> {
	let wake = () => {};
	const awake = new Promise<void>((open) => (wake = open));
	await page.route('**/_app/**/*.js', async (route) => {
		await awake;
		await route.continue();
	});
	return wake;
}
