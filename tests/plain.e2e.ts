import { citizenPages } from './support/pages.ts';
import { press } from './support/answering.ts';
import { CODE_PLACE, codeRound, makeCodes, sharedRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

/** Ids that stand more than once in a page as it was sent: what is for browsers without scripts is in it too. */
function twice(html: string): string[] {
	const marked = html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');
	const ids = [...marked.matchAll(/<[^<>]*\sid="([^"]*)"/g)].map(([, id = '']) => id);
	expect(ids).toContain('main');
	return ids.filter((id, at) => ids.indexOf(id) !== at);
}

test('no id stands twice on a page, whether scripts run or not', async ({ site, page }) => {
	const { id } = await sharedRound(site, 'stevns');
	const asking = await codeRound(site);
	const form = { code: 'x' };
	const headers = { origin: site.url, accept: 'text/html' };
	const posted = [`/stevns/svar/${id}?/begin`, `/stevns/svar/${id}?/step`, '/stevns/k'];
	const found: [string, string[]][] = [];
	for (const path of [
		...citizenPages(id).map((each) => `/stevns${each}`),
		`/${CODE_PLACE}/svar/${asking.id}`
	]) {
		found.push([path, twice(await (await page.request.get(site.url + path)).text())]);
	}
	for (const path of posted) {
		const reply = await page.request.post(site.url + path, { form, headers });
		found.push([`${path} sent`, twice(await reply.text())]);
	}
	expect(found.filter(([, ids]) => ids.length > 0)).toEqual([]);
	expect(twice('<main id="main"><i id="a"></i><noscript><b class="c" id="a">')).toEqual(['a']);
});

test('a code that cannot be read is not said to be needed where all may answer', async ({
	site,
	page
}) => {
	const { id } = await sharedRound(site, 'stevns');
	const reply = await page.request.post(`${site.url}/stevns/svar/${id}?/begin`, {
		form: { code: 'x' },
		headers: { origin: site.url, accept: 'text/html' }
	});
	await page.setContent(await reply.text());
	const note = page.locator('.note').filter({ has: page.getByLabel('Kode') });
	await expect(note).toContainText('Noget er tastet forkert.');
	await expect(note.getByLabel('Kode')).toHaveValue('x');
	await expect(note.getByLabel('Kode')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByText('Her kan man kun svare med en kode')).toHaveCount(0);
});

test('a code that is being typed goes along to another language, and Enter goes on', async ({
	site,
	page
}) => {
	const kept = await codeRound(site);
	const [code = ''] = await makeCodes(site, CODE_PLACE, kept, 1);
	await page.goto(`/${CODE_PLACE}/k`);
	await expect(page.getByRole('banner').locator('details')).toBeHidden();
	await page.getByLabel('Kode').fill(code.slice(0, 4));
	await press(page, 'English');
	await expect(page).toHaveURL(`/${CODE_PLACE}/en/k`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	const field = page.getByLabel('Code');
	await expect(field).toHaveValue(code.slice(0, 4));
	// Nothing was asked about it yet.
	await expect(page.getByRole('alert')).toHaveCount(0);
	await field.fill(code);
	await field.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/${CODE_PLACE}/en/svar/${kept.id}`));
	await expect(page.getByText(code)).toBeVisible();
});
