import type { Page } from '@playwright/test';
import { otherModel } from './support/other-model.ts';
import { HOME, make, TWO } from './support/pictures.ts';
import { dumpOfOnesOwn } from './support/storage.ts';
import { expect, test } from './support/test.ts';

/** How many sheets of paper come out, and how wide and high they are, in points. */
async function printed(page: Page): Promise<{ sheets: number; size: string }> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const [, box = ''] = /\/MediaBox \[([^\]]*)\]/.exec(pdf) ?? [];
	return { sheets: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, size: box };
}
const A4 = /^0 0 59[45](\.\d+)? 84[12](\.\d+)?$/;

const area = (id: string, step: string, note: string) => ({ area: id, step, talk: true, note });
const WORDS = 'Jeg sover dårligt, når det regner, og så er jeg træt hele dagen. ';
/** All ten areas, each with a note and something to talk about, next step and agreements. */
const full = (note: string) => ({
	id: '8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11',
	model: 'stevns',
	name: 'Alt på én gang',
	madeOn: '2026-05-20',
	placements: [
		area('work', 'no-job-in-sight', note),
		area('belief', 'with-help', note),
		area('health', 'with-consideration', note),
		area('everyday', 'most-important-only', note),
		area('people', 'backed-up', note),
		area('money', 'fear-next-bill', note),
		area('danish', 'letters-hard', note),
		area('digital', 'a-little-with-help', note),
		area('wish', 'next-step', note),
		area('municipality', 'do-not-know', note)
	],
	marker: 'several-things',
	next: { what: 'Spørge rideskolen, om jeg må komme om formiddagen', by: '2026-06-10' },
	together: {
		on: '2026-05-20',
		other: { madeOn: '2026-05-20', placements: [] },
		agreements: Array.from({ length: 3 }, () => ({
			goal: 'To formiddage på rideskolen',
			what: 'Vi ringer sammen og aftaler hensyn',
			who: 'Mette og mig',
			by: '2026-06-01'
		}))
	},
	counting: null
});

async function look(page: Page, note: string): Promise<void> {
	await page.goto(HOME);
	const file = JSON.stringify({ oejenhoejde: 'mit-billede', version: 1, pictures: [full(note)] });
	await page
		.getByLabel('Hent billeder fra en fil')
		.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(file) });
	await page.getByRole('button', { name: /^Åbn ?: Alt på én gang/ }).click();
	await expect(page.getByRole('group', { name: 'Hvor vil du sætte dit mærke?' })).toBeVisible();
}

test('a picture is one A4 page, with notes and agreements, and nothing else of the site', async ({
	page
}) => {
	await make(page, TWO);
	const few = await printed(page);
	expect(few.sheets).toBe(1);
	expect(few.size).toMatch(A4);
	for (const note of [WORDS, WORDS.repeat(3)]) {
		await look(page, note);
		expect((await printed(page)).sheets).toBe(1);
	}
	await page.emulateMedia({ media: 'print' });
	const sheet = page.getByRole('article');
	await expect(sheet.getByText(WORDS.trim()).first()).toBeVisible();
	await expect(sheet.getByText('Vi har aftalt: To formiddage').first()).toBeVisible();
	await expect(sheet.getByText('10. juni 2026')).toBeVisible();
	for (const other of ['Har du brug for hjælp?', 'Programmets forslag', 'Let dansk']) {
		await expect(page.getByText(other)).toBeHidden();
	}
});

test('whoever writes a novel gets a second sheet, not fewer words', async ({ page }) => {
	await look(page, WORDS.repeat(9));
	expect((await printed(page)).sheets).toBe(2);
});

test.describe('without a worker, which would fetch the model past the test', () => {
	test.use({ serviceWorkers: 'block' });

	test('a municipality with quite another model gets another picture, by its content alone', async ({
		page
	}) => {
		await page.route('**/api/v1/model.json*', (route) => route.fulfill({ json: otherModel }));
		// By a page that wakes: what the server draws has its own model in it.
		await page.goto('/vejen/k', { waitUntil: 'networkidle' });
		await page.evaluate(() => {
			const link = Object.assign(document.createElement('a'), { href: '/vejen/mit-billede' });
			document.querySelector('main')?.append(link);
			link.click();
		});
		await expect(page.getByText('Ordene om støtten er fra Havneby Kommune.')).toBeVisible();
		await page.getByRole('button', { name: 'Lav et nyt billede' }).click();
		for (const id of ['boat', 'weather']) await page.getByLabel(`Område ${id}`).check();
		await page.getByRole('button', { name: 'Næste' }).click();
		await page.getByLabel('trin storm').check();
		await page.getByRole('button', { name: 'Næste' }).click();
		await page.getByLabel('trin storm').check();
		await page.getByRole('button', { name: 'Se mit billede' }).click();
		await expect(page.getByRole('heading', { name: 'Det kunne være: Navn around' })).toBeVisible();
		const why = page.locator('details', { hasText: 'Det blæser begge steder.' });
		await why.locator('summary').click();
		await expect(page.getByText('Det blæser begge steder.')).toBeVisible();
		const drawing = page.getByRole('img', { name: /Mit billede, tegnet/ });
		await expect(drawing.locator('.place')).toHaveCount(otherModel.kinds.length);
		await page.getByLabel('Navn along').check();
		await page.getByText('Billedet i ord').first().click();
		await expect(page.getByText('Jeg har sat mit mærke ved »Navn along«.')).toBeVisible();
		await page.getByRole('link', { name: /Se, hvilken støtte der findes/ }).click();
		await expect(page.getByText('Kaffe').first()).toBeVisible();
		expect(await dumpOfOnesOwn(page)).toContain('harbour');
	});
});

for (const [language, said] of [
	['let', 'Mit næste skridt: Ringe. Det gør jeg senest 10. juni 2026.'],
	['en', 'My next step: Ringe. I will do it by 10 June 2026.']
] as const) {
	test(`a picture is made and said in ${language}`, async ({ page }) => {
		await page.goto(`/stevns/${language}/mit-billede`);
		await page.locator('main .button-primary').click();
		await page.getByRole('checkbox').first().check();
		await page.locator('form .button-primary').click();
		await page.getByRole('radio').nth(1).check();
		await page.locator('form .button-primary').click();
		await page.locator('#next-what').fill('Ringe');
		await page.locator('#next-by').fill('2026-06-10');
		await page.locator('details.words summary').click();
		await expect(page.getByText(said)).toBeVisible();
	});
}
