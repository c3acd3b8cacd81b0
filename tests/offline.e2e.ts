import type { Page } from '@playwright/test';
import { fillIn, keptSection, press, settled, type Spoken } from './support/phone.ts';
import { expect, test } from './support/wired.ts';

test.use({ serviceWorkers: 'allow' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const LANGUAGES: [Spoken, string, { begin: string; offline: string; kept: RegExp }][] = [
	[
		'da',
		'',
		{ begin: 'Begynd', offline: 'Du er ikke på nettet', kept: /gemt låst på din telefon/ }
	],
	['en', '/en', { begin: 'Begin', offline: 'You are offline', kept: /saved and locked on your/ }]
];

for (const [spoken, path, words] of LANGUAGES) {
	test(
		`after one visit everything opens in airplane mode, and reloads (${spoken})`,
		{ tag: path ? ['@long'] : [] },
		async ({ page, wired: { wire, home, round, counted } }) => {
			test.slow();
			await page.goto(home + path);
			const question = (await heading(page).textContent()) ?? '';
			await settled(page);
			wire.up(false);
			await page.context().setOffline(true);

			await page.reload();
			await expect(heading(page)).toHaveText(question);
			await expect(page.locator('html')).toHaveAttribute('lang', spoken);
			await page.locator(`a[href$="/svar/${round.id}"]`).click();
			await expect(page.getByRole('button', { name: words.begin })).toBeVisible();
			await page.reload();
			await expect(page.getByRole('button', { name: words.begin })).toBeVisible();

			await page.getByRole('contentinfo').locator('a[href$="/resultater"]').click();
			await expect(heading(page)).toHaveText(words.offline);
			await page.reload();
			await expect(heading(page)).toHaveText(words.offline);
			await expect(page.getByRole('banner')).toContainText('Stevns');

			await page.goto(`${home}${path}/svar/${round.id}`);
			await fillIn(page, '', spoken);
			await press(page, spoken);
			await expect(page.getByText(words.kept)).toBeVisible();
			await page.reload();
			await expect(page.getByText(words.kept)).toBeVisible();
			// On any other page it is told at the foot.
			await page.goto(home + path);
			await expect(page.getByText(words.kept)).toBeVisible();
			expect(counted()).toBe(0);

			wire.up(true);
			await page.context().setOffline(false);
			await expect.poll(counted).toBe(1);
			await expect(page.getByText(words.kept)).toBeHidden();
		}
	);
}

test('the worker never touches a POST @long', async ({ page, wired: { home } }) => {
	await page.goto(home);
	await settled(page);
	const byWorker = (path: string, method: string) =>
		Promise.all([
			page.waitForResponse((reply) => new URL(reply.url()).pathname === path),
			page.evaluate((asked) => fetch(asked.path, { method: asked.method }), { path, method })
		]).then(([reply]) => reply.fromServiceWorker());
	const handout = '/stevns/api/v1/handout.json';
	// So that a "no" means something: a read it does answer.
	expect(await byWorker(handout, 'GET')).toBe(true);
	expect(await byWorker(handout, 'POST')).toBe(false);
	expect(await byWorker('/stevns/api/v1/submissions', 'POST')).toBe(false);
});

test(
	'a server that keeps the network waiting is not waited for',
	{ tag: '@long' },
	async ({ page, wired: { wire, home } }) => {
		await page.goto(home);
		const question = (await heading(page).textContent()) ?? '';
		await settled(page);
		wire.meet(() => 'is silent');
		await page.reload();
		await expect(heading(page)).toHaveText(question);
	}
);

test(
	'a web server without ours behind it is no page either',
	{ tag: '@long' },
	async ({ page, wired: { wire, home } }) => {
		await page.goto(home);
		const question = (await heading(page).textContent()) ?? '';
		await settled(page);
		wire.meet(() => ({
			reply: 'HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\n\r\n<h1>502 Bad Gateway</h1>'
		}));
		await page.reload();
		await expect(heading(page)).toHaveText(question);
	}
);

test('a page of the staff says that it needs the network, and shows nothing of the citizens’ @long', async ({
	page,
	wired: { wire, home }
}) => {
	await page.goto(home);
	await settled(page);
	wire.up(false);
	await page.goto(`${home}/intern`);
	await expect(heading(page)).toHaveText('Du er ikke på nettet');
	await expect(page.getByText('De interne sider')).toBeVisible();
});

test(
	'what a device keeps of Mit billede, it keeps from the first time somebody goes there',
	{ tag: '@long' },
	async ({ page, wired: { wire, home } }) => {
		await page.goto(home);
		await settled(page);
		await page.goto(`${home}/mit-billede`);
		const title = (await heading(page).textContent()) ?? '';
		await keptSection(page, 'mit-billede');
		const model = () =>
			page.evaluate(async () =>
				Boolean(await caches.match('/stevns/api/v1/model.json', { ignoreSearch: true }))
			);
		await expect.poll(model).toBe(true);
		wire.up(false);
		await page.reload();
		await expect(heading(page)).toHaveText(title);
		await page.goto(`${home}/mit-billede/stoetten`);
		await expect(page.getByRole('main')).toContainText('Jeg finder selv vejen');
	}
);
