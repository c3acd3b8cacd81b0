import type { Locator } from '@playwright/test';
import { HOME, make, save, TWO } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('a picture is made, suggested upon, marked, saved and said in words', async ({ page }) => {
	await make(page, TWO);
	await expect(page.getByRole('heading', { name: 'Programmets forslag' })).toBeVisible();
	// The reasons are folded under each suggestion.
	const whys = page.locator('summary').filter({ hasText: 'Hvorfor?', visible: true });
	for (const why of await whys.all()) await why.click();
	await expect(
		page.getByText('Fordi du har valgt »Jeg har få gode timer«.').filter({ visible: true }).first()
	).toBeVisible();
	await expect(page.getByLabel('Jeg vil ikke sætte et mærke')).toBeChecked();

	await page.getByLabel('Jeg finder selv vejen (mellem to job eller kort tid væk)').check();
	await page.getByLabel('Hvad vil du gøre?').fill('Ringe til rideskolen');
	await page.getByLabel('Hvornår?').fill('2026-12-10');
	await page.getByText('Billedet i ord').first().click();
	await expect(page.getByText('Jeg har sat mit mærke ved »Jeg finder selv vejen«.')).toBeVisible();
	await expect(
		page.getByText(
			'Mit næste skridt: Ringe til rideskolen. Det vil jeg gøre senest 10. december 2026.'
		)
	).toBeVisible();
	await save(page);
	await page.reload();
	await page.goto(HOME);
	await expect(page.getByRole('heading', { name: /^Billede fra / })).toBeVisible();
});

test(
	'the marker is moved by pointer, by keyboard, and dragged away',
	{ tag: '@long' },
	async ({ page }) => {
		await page.setViewportSize({ width: 1000, height: 900 });
		await make(page, TWO);
		const drawing = page.getByRole('img', { name: /Mit billede, tegnet/ });
		const places = drawing.locator('.place');
		await places.nth(2).click();
		await expect(page.getByLabel(/Der er flere ting på én gang/)).toBeChecked();
		await page.getByLabel(/Der er flere ting på én gang/).focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.getByLabel('Jeg kan arbejde, når jeg får den rette støtte')).toBeChecked();

		await drawing.scrollIntoViewIfNeeded();
		const marker = await drawing.locator('.marker').boundingBox();
		const target = await places.nth(0).boundingBox();
		if (!marker || !target) throw new Error('not drawn');
		const drag = async (x: number, y: number) => {
			const at = await drawing.locator('.marker circle').boundingBox();
			if (!at) throw new Error('no marker');
			await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
			await page.mouse.down();
			await page.mouse.move(x, y, { steps: 5 });
			await page.mouse.up();
		};
		await drag(target.x + target.width / 2, target.y + target.height / 2);
		await expect(page.getByLabel(/Jeg finder selv vejen/)).toBeChecked();
		await drag(target.x + target.width / 2, target.y - 60);
		await expect(page.getByLabel('Jeg vil ikke sætte et mærke')).toBeChecked();
	}
);

test('an earlier picture is laid underneath, and what has moved is said @long', async ({
	page
}) => {
	await make(page, TWO);
	await page.getByLabel('Hvad vil du gøre?').fill('Ringe til rideskolen');
	await save(page);
	await page.getByRole('button', { name: 'Lav et nyt billede ud fra dette' }).click();
	// A press right after the screen changed does nothing.
	await expect(async () => {
		await page.getByRole('button', { name: 'Næste' }).click();
		await expect(page.getByLabel('Jeg prøver noget af')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(async () => {
		await page.getByLabel('Jeg prøver noget af').check({ timeout: 1000 });
	}).toPass();
	await page.getByRole('button', { name: 'Næste' }).click();
	const earlier = page.getByRole('group', { name: 'Læg et tidligere billede under' });
	await expect(async () => {
		await page.getByRole('button', { name: 'Se mit billede' }).click({ timeout: 1000 });
		await expect(earlier).toBeVisible({ timeout: 1000 });
	}).toPass();
	await earlier.getByRole('checkbox').check();
	await expect(
		page.getByText(
			'Arbejde og det, jeg kan: Før valgte du »Jeg har en idé, men ikke en start«. Nu vælger du »Jeg prøver noget af«.'
		)
	).toBeVisible();
	await expect(page.getByText('Helbred og kræfter: Du vælger det samme som før')).toBeVisible();
	await expect(page.getByText('Dit næste skridt dengang var: Ringe til rideskolen.')).toBeVisible();
	await expect(
		page.getByRole('img', { name: /Mit billede, tegnet/ }).locator('.before')
	).not.toHaveCount(0);

	// Both stand on one sheet, the older first, and the frame around them is not on paper.
	await page.getByRole('link', { name: 'Mine billeder' }).click();
	await page.getByRole('link', { name: 'Se dem ved siden af hinanden' }).click();
	await expect(page.getByRole('heading', { name: 'Mine billeder over tid' })).toBeVisible();
	const work = page.locator('section').filter({
		has: page.getByRole('heading', { name: 'Arbejde og det, jeg kan', exact: true })
	});
	await expect(work.getByRole('listitem')).toHaveText([
		/Jeg har en idé, men ikke en start$/,
		/Jeg prøver noget af$/
	]);
	await page.emulateMedia({ media: 'print' });
	await expect(work).toBeVisible();
	await expect(page.getByRole('button', { name: 'Udskriv' })).toBeHidden();
	await expect(page.getByRole('contentinfo')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
});

test('the caseworker places their own view without seeing the citizen’s @long', async ({
	page
}) => {
	await make(page, TWO);
	await page.getByRole('link', { name: 'Tal om det sammen nu' }).click();
	await expect(
		page.getByText('Det, du viser din sagsbehandler, kan blive skrevet i din sag.')
	).toBeVisible();
	await page.getByRole('button', { name: 'Giv skærmen til din sagsbehandler' }).click();
	await expect(page.getByRole('heading', { name: 'Til dig, der er sagsbehandler' })).toBeFocused();
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await expect(page.getByRole('img', { name: /Mit billede/ })).toHaveCount(0);
	const fields = page.getByRole('main').getByRole('group');
	await fields.nth(0).getByLabel('Jeg har en idé, men ikke en start').check();
	await fields.nth(1).getByLabel('Jeg kan noget, når der tages hensyn').check();
	await page.getByRole('button', { name: 'Vis begge billeder' }).click();
	await expect(
		page.getByText('I har begge valgt »Jeg har en idé, men ikke en start«.')
	).toBeVisible();
	await expect(
		page.getByText(
			/Du har valgt »Jeg har få gode timer«, og din sagsbehandler har valgt »Jeg kan noget, når der tages hensyn«/
		)
	).toBeVisible();
	await page.getByLabel('Delmål').fill('Et besøg på rideskolen');
	await page.getByLabel('Hvad skal der ske?').fill('Vi ringer sammen');
	await page.getByLabel('Hvem gør det?').fill('Mette');
	await page.getByRole('button', { name: 'Gem aftalerne i mit billede' }).click();
	await expect(page.getByRole('heading', { name: 'Vores aftaler' })).toBeVisible();
	await expect(
		page.getByRole('listitem').filter({ hasText: 'Vi har aftalt: Et besøg på rideskolen.' })
	).toBeVisible();
	await expect(page.getByText('Min sagsbehandler: Jeg kan noget')).toHaveCount(0);
	await page.getByLabel('Vis også det, din sagsbehandler valgte').check();
	await page.getByText('Billedet i ord').first().click();
	await expect(
		page.getByText('Min sagsbehandler har valgt »Jeg kan noget, når der tages hensyn«.').first()
	).toBeVisible();
});

test('a picture is made, marked and saved by keyboard alone @long', async ({ page }) => {
	/** Goes on from where the focus is, as a person does who has no pointer. */
	const reach = async (target: Locator) => {
		await expect(target).toBeAttached();
		for (let tabs = 0; tabs < 60; tabs++) {
			if (await target.evaluate((each) => each === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`the keyboard does not reach ${target}`);
	};
	const press = async (target: Locator, key = 'Enter') => {
		await reach(target);
		await page.keyboard.press(key);
	};
	await page.goto(HOME);
	await expect(page.getByRole('button', { name: 'Lav et nyt billede' })).toBeEnabled();
	await press(page.getByRole('button', { name: 'Lav et nyt billede' }));
	await press(page.getByLabel('Penge', { exact: true }), 'Space');
	await press(page.getByRole('button', { name: 'Næste' }));
	await press(page.getByLabel('Jeg kan ikke betale det hele'), 'Space');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByLabel('Jeg er bange for næste regning')).toBeChecked();
	await press(page.getByLabel('Det vil jeg gerne tale om'), 'Space');
	await reach(page.getByLabel('Skriv, hvis du vil fortælle mere'));
	await page.keyboard.type('Rudekuverter');
	await press(page.getByRole('button', { name: 'Se mit billede' }));
	await reach(page.getByLabel('Jeg vil ikke sætte et mærke'));
	await page.keyboard.press('ArrowUp');
	await expect(page.getByLabel(/Jeg vil gerne bidrage/)).toBeChecked();
	await reach(page.getByLabel('Hvad vil du gøre?'));
	await page.keyboard.type('Åbne et brev');
	await press(page.getByRole('button', { name: 'Gem på denne telefon' }));
	await expect(page.getByText('Billedet er gemt på denne telefon.')).toBeVisible();
});
