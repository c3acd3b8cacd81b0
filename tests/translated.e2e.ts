import type { Page } from '@playwright/test';
import { answerAll, at, envelopes, press, unseal } from './support/answering.ts';
import { counted, since } from './support/boxes.ts';
import { sharedRound } from './support/round.ts';
import type { Site } from './support/site.ts';
import { changing, CHANGES } from './support/changed-pages.ts';
import { expect, test } from './support/test.ts';

test.use({ serviceWorkers: 'allow', viewport: { width: 360, height: 740 } });

const GLOSTRUP = 'glostrup';
const ANSWERS = ['Meget tilfreds', ...Array<string>(6).fill('Helt enig')];
/** Of a site of its own: in the one that all share, others ask Glostrup's citizens for a code. */
const round = (site: Site) =>
	sharedRound(site, GLOSTRUP, { channels: ['open', 'code'], id: 'aaben' });

/** What the review says of each answer, in its order. */
const reviewed = (page: Page): Promise<string[]> =>
	page.locator('dl > div > dd:not(.change)').allInnerTexts();

for (const change of CHANGES) {
	test(`what the review shows is what is sent: ${change}${change === 'translated' ? '' : ' @long'}`, async ({
		another,
		page
	}) => {
		const site = await another();
		const kept = await round(site);
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await changing(page, change);
		const sent = envelopes(page);
		// Pressed before it wakes, the page goes on as the server's form, and its review is another.
		await page.goto(`${site.url}/glostrup/svar/${kept.id}`, { waitUntil: 'networkidle' });
		await press(page, 'Begynd');
		await answerAll(page, ANSWERS);
		await page.getByLabel('Din kommentar').fill('Jeg blev hørt.');
		await press(page, 'Næste');
		await press(page, 'Se mine svar igennem først');
		await at(page, 'Dine svar');
		expect((await reviewed(page)).slice(0, 2)).toEqual(['Meget tilfreds', 'Helt enig']);
		// Back, another answer, and forth again: the page has been changed under us once more by now.
		await page
			.getByRole('button', { name: /^Ret svar/ })
			.first()
			.click();
		await page.getByRole('radio', { name: 'Utilfreds', exact: true }).check();
		await press(page, 'Videre til mine svar');
		await at(page, 'Dine svar');
		const shown = await reviewed(page);
		expect(shown[0]).toBe('Utilfreds');
		expect(shown).toContain('Jeg blev hørt.');
		await press(page, 'Send mine svar');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		const submission = await unseal(site, GLOSTRUP, sent[0]);
		expect(Object.values(submission.answers)).toEqual([2, ...Array<number>(6).fill(5)]);
		expect(submission.comment).toBe('Jeg blev hørt.');
		expect(errors).toEqual([]);
	});
}

/** Taken away before any of our code runs, as a browser that never had it. */
const LACKING = [
	'crypto.subtle',
	'indexedDB',
	'navigator.serviceWorker',
	'navigator.locks',
	'structuredClone',
	'reportError',
	'Array.prototype.at',
	'Array.prototype.findLast',
	'Object.hasOwn',
	'Object.fromEntries',
	'String.prototype.replaceAll',
	'Intl.PluralRules',
	'Intl.ListFormat',
	'sessionStorage',
	'localStorage',
	'IntersectionObserver',
	'CompressionStream',
	'BroadcastChannel',
	'AbortSignal.timeout',
	'crypto.randomUUID',
	'queueMicrotask'
];

for (const lacking of LACKING) {
	test(`an answer is given and sent without ${lacking} @long`, async ({ another, page }) => {
		const site = await another();
		const kept = await round(site);
		const before = await counted(site, GLOSTRUP, kept);
		await page.addInitScript((path) => {
			const names = path.split('.');
			const last = names.pop() ?? '';
			let owner = window as unknown as { [name: string]: never };
			for (const name of names) owner = owner[name] ?? owner;
			if (!Reflect.deleteProperty(owner, last) || last in owner) {
				for (let at: object | null = owner; at; at = Object.getPrototypeOf(at)) {
					if (!Object.hasOwn(at, last)) continue;
					Object.defineProperty(at, last, { get: () => undefined, configurable: true });
				}
			}
		}, lacking);
		await page.goto(`${site.url}/glostrup/svar/${kept.id}`, { waitUntil: 'networkidle' });
		await press(page, 'Begynd');
		await answerAll(page, ANSWERS);
		await press(page, 'Næste');
		await press(page, 'Send mine svar');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		const counts = { 'open answered': 1 };
		expect(since(before, await counted(site, GLOSTRUP, kept))).toMatchObject(counts);
	});
}

test('where a file of our code is not understood, or never comes, the server’s form stays and is sent @long', async ({
	another,
	page
}) => {
	const site = await another();
	// Every step of three answers is a page from the server.
	test.setTimeout(240_000);
	const kept = await round(site);
	for (const broken of ['syntax', 'throws', 'gone'] as const) {
		await page.route('**/_app/immutable/chunks/*.js', async (route) => {
			if (broken === 'gone') return route.abort();
			const body = broken === 'syntax' ? 'const a = /(?<=(/;' : 'throw new Error("x")';
			return route.fulfill({ contentType: 'text/javascript', body });
		});
		await page.goto(`${site.url}/glostrup/svar/${kept.id}`);
		await press(page, 'Begynd');
		await answerAll(page, ANSWERS);
		await press(page, 'Næste');
		await press(page, 'Send mine svar');
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		await page.unrouteAll();
	}
});
