import { expect, type Page } from '@playwright/test';

/** The words that a person looks for, in each language of these tests. */
const WORDS = {
	da: {
		begin: 'Begynd',
		best: /^Helt enig|^Meget tilfreds/,
		next: 'Næste',
		comment: 'Din kommentar',
		send: 'Send mine svar'
	},
	en: {
		begin: 'Begin',
		best: /^Completely agree|^Very satisfied/,
		next: 'Next',
		comment: 'Your comment',
		send: 'Send my answers'
	}
};
export type Spoken = keyof typeof WORDS;

/** Waits until the page works without network: the worker has everything and answers for the page. */
export const settled = (page: Page): Promise<void> =>
	expect
		.poll(() =>
			page.evaluate(async () => {
				const { controller } = navigator.serviceWorker;
				const handout = `/${location.pathname.split('/')[1]}/api/v1/handout.json`;
				const kept = await caches.match(handout, { ignoreSearch: true });
				return controller?.state === 'activated' && kept !== undefined;
			})
		)
		.toBe(true);

/** Waits until the device has everything of a section, so that it opens without network (`src/build/precache.ts`). */
export async function keptSection(page: Page, section: string): Promise<void> {
	const worker = await page.request.get(new URL('/service-worker.js', page.url()).href);
	const files = (await worker.text()).split(`"section":"${section}"`).length - 1;
	expect(files).toBeGreaterThan(10);
	await expect
		.poll(() =>
			page.evaluate(
				async (name) => (await (await caches.open(name)).keys()).length,
				`oejenhoejde-section-${section}`
			)
		)
		.toBe(files);
}

/** Goes through the questionnaire that is open in the page, as far as the last step before sending. */
export async function fillIn(page: Page, comment = '', spoken: Spoken = 'da'): Promise<void> {
	const words = WORDS[spoken];
	const shown = page.locator('.step.current');
	await page.getByRole('button', { name: words.begin }).click();
	// The form comes when somebody begins.
	await expect(shown).toHaveAttribute('data-step', '1');
	const steps = await page.locator('[data-step]').count();
	for (let step = 1; step < steps - 3; step++) {
		await expect(shown).toHaveAttribute('data-step', `${step}`);
		await shown.getByRole('radio', { name: words.best }).check();
		await shown.getByRole('button', { name: words.next }).click();
	}
	await shown.getByLabel(words.comment).fill(comment);
	await shown.getByRole('button', { name: words.next }).click();
}

export const press = (page: Page, spoken: Spoken = 'da'): Promise<void> =>
	page.locator('.step.current').getByRole('button', { name: WORDS[spoken].send }).click();
