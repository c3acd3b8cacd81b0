import { randomUUID } from 'node:crypto';
import { countOf, sealCount } from '../src/lib/journey/count.ts';
import { JourneyModel } from '../src/lib/journey/model.ts';
import type { Handout } from '../src/lib/survey/handout.ts';
import type { Site } from './support/site.ts';
import { HOME, make, TWO } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('a picture is counted only when its owner says yes, and once', async ({ page, site }) => {
	await make(page, TWO);
	const counted = () => {
		const db = site.file('stevns');
		const { n } = db.prepare('select count(*) as n from picture_receipt').get() as { n: number };
		db.close();
		return n;
	};
	const before = counted();
	await page.goto(`${HOME}/billedet`);
	await expect(page.getByText('»Hjælpen fra kommunen« bliver aldrig talt med.')).toBeVisible();
	expect(counted()).toBe(before);
	await page.getByRole('button', { name: 'Ja, tæl mit billede med' }).click();
	await expect(page.getByText('Dit billede er talt med.')).toBeVisible();
	expect(counted()).toBe(before + 1);
	await page.reload();
	await expect(page.getByText('Du har sagt ja til dette billede.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ja, tæl mit billede med' })).toHaveCount(0);
});

test('figures stand on a page of their own, and say so while there are none', async ({ page }) => {
	await page.goto(`${HOME}/tal`);
	await expect(page.getByText('Der er ingen tal endnu.')).toBeVisible();
});

test('on the announced day places with enough pictures are shown, the few are not, and none of it moves @long', async ({
	page,
	another
}) => {
	const spring = await another();
	await countMany(spring, 12, 'Jeg har få gode timer', 'own-way');
	await countMany(spring, 13, 'Jeg har gode og dårlige dage', 'right-support');
	await countMany(spring, 4, 'Helbredet fylder det hele', 'contribute');
	await spring.stop();
	const { DATA_DIR = '', KEYS_DIR = '' } = spring.variables;
	const summer = await another({ DATA_DIR, KEYS_DIR, TODAY: '2026-07-10' });
	await page.goto(`${summer.url}${HOME}/tal`);
	await expect(page.getByRole('heading', { name: '2. kvartal 2026' })).toBeVisible();
	await expect(page.getByText('29 billeder er talt med.')).toBeVisible();
	// 4 could be found by subtraction, so the 12 are hidden with them: too few places are left to show any.
	await expect(
		page.getByText('I dette kvartal er alt skjult: få har valgt det samme')
	).toBeVisible();
	await expect(page.getByText('De næste tal kommer 10. oktober 2026.')).toBeVisible();

	await countMany(summer, 12, 'Jeg har få gode timer', 'own-way');
	await countMany(summer, 13, 'Jeg har gode og dårlige dage', 'right-support');
	await summer.stop();
	const autumn = await another({ DATA_DIR, KEYS_DIR, TODAY: '2026-10-10' });
	await page.goto(`${autumn.url}${HOME}/tal`);
	await expect(page.getByText('Her står alle 25 billeder.').first()).toBeVisible();
	await expect(page.getByRole('img', { name: 'Jeg har få gode timer: 12 billeder' })).toBeVisible();
	await page.getByText('Vis som tabel').first().click();
	await expect(page.getByRole('row', { name: 'Jeg finder selv vejen 12' })).toBeVisible();
	await expect(page.getByText('Hjælpen fra kommunen').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Hjælpen fra kommunen' })).toHaveCount(0);
	await page.getByRole('link', { name: '2. kvartal 2026' }).click();
	await expect(page.getByText('29 billeder er talt med.')).toBeVisible();
	expect((await page.request.get(`${autumn.url}${HOME}/tal/2020-Q1`)).status()).toBe(404);
});

/** As the devices of so many people do, who all say the same about their health. */
async function countMany(site: Site, n: number, health: string, marker: string): Promise<void> {
	const api = `${site.url}/stevns/api/v1`;
	const { key } = (await (await fetch(`${api}/handout.json`)).json()) as Handout;
	const model = JourneyModel.parse(await (await fetch(`${api}/model.json`)).json());
	const step = model.areas
		.find(({ id }) => id === 'health')
		?.steps.find(({ text }) => text.da === health);
	if (!step) throw new Error(`nobody can say "${health}"`);
	const picture = {
		placements: [
			{ area: 'health', step: step.id, talk: false, note: '' },
			{ area: 'municipality', step: 'do-not-know', talk: false, note: '' }
		],
		marker
	};
	for (let i = 0; i < n; i++) {
		const sealed = await sealCount(countOf(picture, model, randomUUID()), key);
		const reply = await fetch(`${api}/billeder`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(sealed)
		});
		expect(await reply.json()).toMatchObject({ outcome: 'counted' });
	}
}
