import { press } from './support/answering.ts';
import { openRound } from './support/round.ts';
import { administrator } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 40" onload="document.title='x'">
<script>document.title = 'x'</script><path d="M2 38 24 2l22 36z" fill="#7a3b12"/></svg>`;

test.use({ viewport: { width: 360, height: 640 } });

test('a municipality’s colour and logo are on every page of its, and on nobody else’s @long', async ({
	another,
	page
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	await admin.lend(page.context());
	await page.goto(`${site.url}/stevns/intern/udseende`);
	await page.getByLabel('Kommunens farve').fill('#ffd500');
	await page.getByRole('button', { name: 'Brug farven' }).click();
	await expect(page.getByRole('alert').first()).toContainText('for lys');
	// The nearest that can be read stands in the field.
	await expect(page.getByLabel('Kommunens farve')).not.toHaveValue('#ffd500');
	await page.getByLabel('Kommunens farve').fill('#1b5e8a');
	await page.getByRole('button', { name: 'Brug farven' }).click();
	await expect(page.getByText('Farven bliver brugt nu.')).toBeVisible();
	await page.getByLabel('Logo som SVG eller PNG').setInputFiles({
		name: 'logo.svg',
		mimeType: 'image/svg+xml',
		buffer: Buffer.from(LOGO)
	});
	await page.getByRole('button', { name: 'Brug logoet' }).click();
	await expect(page.getByText('Logoet bliver brugt nu.')).toBeVisible();

	await page.context().clearCookies();
	const accent = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
	const { id } = await openRound(site, 'stevns', { id: '2026-05', channels: ['open'] });
	for (const path of ['', '/en', `/svar/${id}`, '/resultater', '/dit-svar']) {
		await page.goto(`${site.url}/stevns${path}`);
		expect([path, await accent()]).toEqual([path, '#1b5e8a']);
		const logo = page.getByRole('banner').locator('img');
		const width = await logo.evaluate((img: HTMLImageElement) =>
			img.decode().then(() => img.naturalWidth)
		);
		expect(width).toBeGreaterThan(0);
	}
	await page.goto(`${site.url}/stevns`);
	const button = page.getByRole('link', { name: 'Svar nu' });
	await expect(button).toHaveCSS('background-color', 'rgb(27, 94, 138)');
	const address = await page.getByRole('banner').locator('img').getAttribute('src');
	const file = await fetch(site.url + (address ?? ''));
	expect(await file.text()).not.toMatch(/script|onload/);
	expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");

	await page.goto(`${site.url}/vejen`);
	expect(await accent()).not.toBe('#1b5e8a');
	await expect(page.getByRole('banner').locator('img')).toHaveCount(0);
});

test('what is told of a page where its link is shown, and what nobody is to find', async ({
	site
}) => {
	const tagsOf = async (path: string) => {
		const html = await (await fetch(site.url + path)).text();
		const tag = (name: string) =>
			new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
		return Object.fromEntries(
			['description', 'og:title', 'og:image', 'og:locale', 'theme-color', 'format-detection'].map(
				(name) => [name, tag(name)]
			)
		);
	};
	const [stevns, vejen, english] = await Promise.all(
		['/stevns', '/vejen', '/stevns/en'].map(tagsOf)
	);
	for (const tags of [stevns, vejen, english]) {
		expect(Object.entries(tags ?? {}).filter(([, text]) => !text)).toEqual([]);
	}
	expect(stevns?.['og:title']).toContain('Stevns');
	expect(vejen?.['og:title']).toContain('Vejen');
	expect(english?.description).not.toBe(stevns?.description);
	expect(english?.['og:locale']).toBe('en');
	const picture = await fetch(stevns?.['og:image'] ?? '');
	expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
	// Staff's pages tell nothing.
	expect((await tagsOf('/stevns/intern/log-ind'))['og:title']).toBeUndefined();
	const robots = await (await fetch(`${site.url}/robots.txt`)).text();
	// The figures of a demo are invented.
	expect(robots).toBe('User-agent: *\nDisallow: /\n');
});

for (const [language, begin] of [
	['', 'Begynd'],
	['/let', 'Begynd'],
	['/en', 'Begin']
] as const) {
	test(`three promises, the way on and one toolbar are on the smallest screen at once (${language || 'da'}) @long`, async ({
		another,
		page
	}) => {
		const site = await another();
		const { id } = await openRound(site, 'stevns', { id: '2026-05', channels: ['open'] });
		await page.goto(`${site.url}/stevns${language}/svar/${id}`);
		await expect(page.locator('.promises li')).toHaveCount(3);
		for (const promise of await page.locator('.promises li').all()) {
			await expect(promise).toBeInViewport({ ratio: 0.99 });
		}
		await expect(page.getByRole('button', { name: begin })).toBeInViewport({ ratio: 0.99 });
		await expect(page.locator('.tools')).toHaveCount(1);
		await press(page, begin);
		await expect(page.locator('progress:visible')).toHaveAttribute('value', '1');
		await expect(page.locator('.tools')).toHaveCount(1);
	});
}

test('a page that only shows asks for no code but what moves on it, and stays as it was drawn', async ({
	site,
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname);
	});
	await page.goto(`${site.url}/vejen/resultater`, { waitUntil: 'load' });
	const drawn = await page.content();
	expect(drawn).not.toMatch(/__sveltekit_|kit\.start/);
	expect(drawn).toContain('src="/still.js"');
	// The way to another page is an ordinary one.
	await page.getByRole('contentinfo').getByRole('link', { name: 'Forsiden' }).click();
	await expect(page).toHaveURL(`${site.url}/vejen`);
	expect(asked).toContain('/still.js');
});
