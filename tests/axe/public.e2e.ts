import type { Page } from '@playwright/test';
import { answerAll, press } from '../support/answering.ts';
import { demoOfFile } from '../support/demo.ts';
import { citizenPages, LANGUAGES, leavesAxeNothing, sideways } from '../support/pages.ts';
import { expect, test } from '@playwright/test';

const SIZES = [
	{ width: 360, height: 740 },
	{ width: 820, height: 1180 },
	{ width: 1280, height: 900 }
];
const MUNICIPALITIES = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];

test.describe.configure({ mode: 'serial' });
const running = demoOfFile();

type Face = { rounds: { id: string; channels: string[] }[]; questionnaires: object };

const handout = async (page: Page, municipality: string): Promise<Face> =>
	(await (
		await page.request.get(`${running.url}/${municipality}/api/v1/handout.json`)
	).json()) as Face;

async function look(page: Page, path: string): Promise<void> {
	await page.goto(running.url + path);
	expect([path, await sideways(page)]).toEqual([path, '']);
	await leavesAxeNothing(page, path);
}

for (const language of LANGUAGES) {
	for (const size of SIZES) {
		test(`every page of Stevns, in ${language || 'da'} at ${size.width}`, async ({ page }) => {
			test.setTimeout(600_000);
			await page.setViewportSize(size);
			const { rounds } = await handout(page, 'stevns');
			const [open, closed] = rounds;
			const pages = [...citizenPages(open?.id ?? ''), `/svar/${closed?.id}`];
			for (const path of pages) await look(page, `/stevns${language}${path}`);
			// Pages of figures are found by their links, as a reader finds them.
			await page.goto(`${running.url}/stevns${language}/resultater`);
			const links = await page
				.getByRole('main')
				.getByRole('link')
				.evaluateAll((all) =>
					all.map((each) => new URL((each as HTMLAnchorElement).href).pathname)
				);
			const kinds = new Map(
				links
					.filter((path) => path.includes('/resultater/'))
					.map((path) => [path.replace(/\/[^/]+$/, ''), path])
			);
			for (const path of kinds.values()) await look(page, path);
		});
	}
}

for (const municipality of MUNICIPALITIES) {
	test(`the front page, the results and the steps of ${municipality}`, async ({ page }) => {
		test.setTimeout(600_000);
		await page.setViewportSize({ width: 360, height: 740 });
		await look(page, `/${municipality}`);
		await look(page, `/${municipality}/resultater`);
		await look(page, `/${municipality}/resultater/loefter`);
		const round = (await handout(page, municipality)).rounds.find(({ channels }) =>
			channels.includes('open')
		);
		if (!round) return;
		await look(page, `/${municipality}/svar/${round.id}`);
		await press(page, 'Begynd');
		const { of = '0' } =
			/Udsagn 1 af (?<of>\d+)/.exec(await page.getByText(/^Udsagn 1 af/).innerText())?.groups ?? {};
		await leavesAxeNothing(page, 'statement');
		await answerAll(page, Array<null>(Number(of)).fill(null));
		await page.getByLabel('Din kommentar').fill('a@b.dk');
		await leavesAxeNothing(page, 'comment');
		await press(page, 'Næste');
		await leavesAxeNothing(page, 'about');
		await press(page, 'Se mine svar igennem først');
		await leavesAxeNothing(page, 'review');
	});
}
