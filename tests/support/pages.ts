import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Every page of a municipality that a citizen or the public can come to, without figures; `round` is open. */
export const citizenPages = (round: string): string[] => [
	'',
	'/k',
	`/svar/${round}`,
	'/svar/findes-ikke',
	`/svar/${round}/tak?sendt`,
	`/svar/${round}/tak`,
	'/dit-svar',
	'/dine-rettigheder',
	'/resultater',
	'/resultater/loefter',
	'/resultater/findes-ikke',
	'/mit-billede',
	'/mit-billede/stoetten',
	'/mit-billede/tal',
	'/mit-billede/aabn',
	'/mit-billede/over-tid',
	'/findes-ikke'
];

/** In what every language is, the languages that are offered, and the mirrored one. */
export const LANGUAGES = ['', '/let', '/en', '/xr'];

/** @returns how many pixels the page, or the widest thing that sticks out of it, is wider than the screen; and what that is. */
export const sideways = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return '';
		const out = [...document.querySelectorAll('body *')].filter((each) => {
			const { left, right } = each.getBoundingClientRect();
			return right > clientWidth + 0.5 || left < -0.5;
		});
		// What scrolls within a frame of its own is not what makes the page wide.
		const isFramed = (each: Element): boolean =>
			each.parentElement !== null &&
			(getComputedStyle(each.parentElement).overflowX !== 'visible' ||
				isFramed(each.parentElement));
		const culprit = out.findLast((each) => !isFramed(each)) ?? out.at(-1);
		return `${scrollWidth - clientWidth} px: ${culprit?.outerHTML.slice(0, 120)}`;
	});

/** Between the margins of A4, at 96 dots an inch. */
const PAPER = { width: 680, height: 1000 };

/** @returns as `sideways`: what a printer would cut off at the edge of the paper */
export async function cutOff(page: Page): Promise<string> {
	const screen = page.viewportSize();
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize(PAPER);
	const found = await sideways(page);
	await page.emulateMedia({ media: 'screen' });
	if (screen) await page.setViewportSize(screen);
	return found;
}

const settings = new WeakMap<Page, Promise<CDPSession>>();

/** The reader's own letters, twice as large, as a browser is set: all that is measured by them follows. */
export async function enlarge(page: Page, isLarge = true): Promise<void> {
	const session = settings.get(page) ?? page.context().newCDPSession(page);
	settings.set(page, session);
	const standard = isLarge ? 32 : 16;
	await (await session).send('Page.setFontSizes', { fontSizes: { standard } });
}

export type Size = { width: number; height: number };
/** A desk, a tablet and a phone, each as tall as a tablet. */
export const SIZES: Size[] = [1280, 820, 360].map((width) => ({ width, height: 1180 }));

/** At every size nothing scrolls sideways, and at the last one axe has nothing to say. Fails with what was found. */
export async function stands(page: Page, name = page.url(), sizes = SIZES): Promise<void> {
	for (const size of sizes) {
		// A window that fills the screen, or is on its way there, is not resized.
		await expect(async () => {
			await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
			await page.setViewportSize(size);
		}).toPass();
		expect([name, size, await sideways(page)]).toEqual([name, size, '']);
	}
	expect([name, await slips(page)]).toEqual([name, []]);
	await leavesAxeNothing(page, name);
}

/** @returns texts and contents of fields in which a program's word stands instead of a person's. */
const slips = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
		return [document.body.innerText, ...[...fields].map(({ value }) => value)].filter((text) =>
			/\b(undefined|NaN)\b|\[object /.test(text)
		);
	});

/** Fails with the address and what was found. */
export async function leavesAxeNothing(page: Page, address: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join()}`
	);
	expect([address, found]).toEqual([address, []]);
}
