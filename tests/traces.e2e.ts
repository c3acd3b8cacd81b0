import type { Page } from '@playwright/test';
import { fillIn, press, settled } from './support/phone.ts';
import { dump } from './support/storage.ts';
import { expect, test } from './support/wired.ts';

test.use({ serviceWorkers: 'allow' });

const COMMENT = 'Ingen lyttede til mig den dag i marts';

/** What would tell on the citizen: the draft as it lies in the tab, piece by piece, and the code as people write it. */
async function secretsOf(page: Page, code: string): Promise<string[]> {
	const drafts = await page.evaluate(() =>
		Object.entries(sessionStorage).flatMap(([key, value]) => (key.startsWith('svar/') ? value : []))
	);
	const fields = [...new URLSearchParams(drafts.join('&'))];
	const answers = fields.filter(([, value]) => value === '5').map(([name]) => `${name}=5`);
	const id = fields.find(([name]) => name === 'id')?.[1] ?? '';
	expect(answers.length).toBeGreaterThan(2);
	expect(id).toMatch(/^[0-9a-f-]{36}$/);
	return [
		id,
		...answers,
		'svar/stevns',
		COMMENT,
		encodeURIComponent(COMMENT),
		code,
		code.replace('-', '')
	];
}

test('nothing in the clear is left on the device when an answer is finished, sent or not @long', async ({
	page,
	wired: { site, wire, home, round, counted }
}) => {
	test.slow();
	const { out } = await site.command('codes', 'stevns', round.id, '2');
	const codes = [...out.matchAll(/^([A-Z2-9]{5}-[A-Z2-9]{5});/gm)].map(([, code]) => code ?? '');
	expect(codes.length).toBe(2);
	await page.goto(home);
	await settled(page);

	for (const [code = '', isUp] of [
		[codes[0], true],
		[codes[1], false]
	] as const) {
		wire.up(true);
		await page.goto(`${home}/k#${code.replace('-', '')}`);
		await page.waitForURL(/\/svar\//);
		await fillIn(page, COMMENT);
		const secrets = await secretsOf(page, code);
		const found = async () => {
			const text = await dump(page);
			return secrets.filter((secret) => text.includes(secret));
		};
		// Unfinished, it lies in the tab alone: so the dump looks where it should.
		expect((await found()).length).toBeGreaterThan(4);
		wire.up(isUp);
		await press(page);
		const [id = ''] = secrets;
		if (isUp) {
			await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
			expect(await found()).toEqual([]);
			continue;
		}
		await expect(page.getByText(/gemt låst på din telefon/)).toBeVisible();
		// Sealed under its random id until it is acknowledged; then the id is forgotten too.
		expect(await found()).toEqual([id]);
		expect(await dump(page)).toMatch(/oejenhoejde-outbox-stevns waiting: .*"ciphertext"/);
		wire.up(true);
		await page.reload();
		// Where the reload cut the reply to what the page had just sent, it has come before.
		await expect(page.getByText(/Dit svar er sendt\.|Vi havde fået dit svar før/)).toBeVisible();
		expect(await found()).toEqual([]);
		expect(await dump(page)).toContain('oejenhoejde-outbox-stevns waiting: []');
	}
	expect(counted()).toBe(2);
});
