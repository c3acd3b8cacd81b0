import { LIMITS } from '../src/lib/server/core/limits/throttle.ts';
import { withCheck } from '../src/lib/survey/code.ts';
import { press } from './support/answering.ts';
import { counted, since } from './support/boxes.ts';
import { makeCodes, openRound } from './support/round.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const ADDRESS = 'x-test-address';
const ANSWERING = '/stevns/svar/2026-05';
const COMMENT = 'Hun sagde "tak" & <smilede>.\nDet hjalp.';

test('whoever has to wait for others of their network loses nothing, and no page is drawn for a flood @long', async ({
	another,
	page
}) => {
	test.slow();
	const site = await another({ ADDRESS_HEADER: ADDRESS });
	const round = await openRound(site, 'stevns');
	const [code = ''] = await makeCodes(site, 'stevns', round, 1);
	const before = await counted(site, 'stevns', round);
	const send = (fields: { [name: string]: string }, from: string) =>
		page.request.post(`${site.url}${ANSWERING}?/send`, {
			form: { 'answer-a': '4', ...fields },
			headers: { [ADDRESS]: from, origin: site.url, accept: 'text/html' }
		});
	const LETTERS = 'ACDEFGHJKM';
	const wrong = (n: number) =>
		withCheck('AB', `CDEFG${LETTERS[Math.floor(n / 10)]}${LETTERS[n % 10]}`);
	const flood = (from: number, to: number) =>
		Promise.all(
			Array.from({ length: to - from }, (_, n) =>
				send({ id: crypto.randomUUID(), code: wrong(from + n) }, '192.0.2.66')
			)
		);
	const { limit } = LIMITS['wrong-codes'];
	for (const reply of await flood(0, limit)) expect(reply.status()).toBe(409);
	for (const reply of await flood(limit, limit + 10)) {
		expect(reply.status()).toBe(429);
		expect(Number(reply.headers()['retry-after'])).toBeGreaterThan(0);
		const html = await reply.text();
		// Not the whole form again, but what was typed.
		expect(html).not.toContain('type="radio"');
		expect(html).toContain('name="answer-a" value="4"');
	}

	await page.setExtraHTTPHeaders({ [ADDRESS]: '192.0.2.66' });
	await page.goto(`${site.url}/stevns/k`);
	await page.getByLabel('Kode').fill(code);
	await press(page, 'Videre');
	const group = page.getByRole('group', { name: 'muligheder for mig' });
	await group.getByRole('radio', { name: 'Helt enig' }).check();
	await page.getByLabel('Din kommentar').fill(COMMENT);
	await press(page, 'Send mine svar');
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText('Vent lidt, før du sender');
	await press(page, 'Send mine svar');
	await expect(title).toHaveText('Vent lidt, før du sender');
	await press(page, 'English');
	await expect(page.getByLabel('Your comment')).toHaveValue(COMMENT);
	await press(page, /^Send my/);
	await expect(title).toHaveText('Wait a little before you send');
	await press(page, 'See what you have answered');
	await expect(page.getByLabel('Your comment')).toHaveValue(COMMENT);
	await press(page, /^Send my/);
	await expect(title).toHaveText('Wait a little before you send');

	await page.setExtraHTTPHeaders({ [ADDRESS]: '198.51.100.7' });
	await press(page, /^Send my/);
	await expect(title).toHaveText(/Thank you/);
	expect(since(before, await counted(site, 'stevns', round))).toMatchObject({
		'asked code:answered': 1,
		'asked a:5': 1
	});
	// There is nothing to see at the page's own address.
	await page.goto(`${site.url}${ANSWERING}/vent`);
	await expect(page).toHaveURL(site.url + ANSWERING);
});
