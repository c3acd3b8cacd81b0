import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** WCAG 2.5.5, of level AAA: nobody's hands are as steady as a designer's. */
const TARGET_MIN = 44;
const TABS_MAX = 60;

const axe = readFileSync(
	createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
		'axe-core/axe.min.js'
	),
	'utf8'
);

declare global {
	var axe: {
		run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
	};
	/** What is wrong with the ring around what has the focus, or nothing. */
	var ringOf: (each: Element) => string;
}

/** Brings what looks along into a page, once for each time that it is loaded; nothing moves from then on. */
export async function install(page: Page): Promise<void> {
	await page.evaluate(axe);
	await page.evaluate(() => {
		const still = new CSSStyleSheet();
		still.replaceSync('*, *::before, *::after { transition: none !important }');
		document.adoptedStyleSheets.push(still);
		const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		const luminance = (colour: string): number => {
			if (!paint) return Number.NaN;
			paint.clearRect(0, 0, 1, 1);
			paint.fillStyle = colour;
			paint.fillRect(0, 0, 1, 1);
			const [red = 0, green = 0, blue = 0] = [...paint.getImageData(0, 0, 1, 1).data].map(
				(part) => {
					const share = part / 255;
					return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
				}
			);
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		globalThis.ringOf = (each) => {
			const html = each.outerHTML.slice(0, 120);
			const ring = [each, each.closest('label')].find((one) => {
				if (!one) return false;
				const { outlineStyle, outlineWidth } = getComputedStyle(one);
				return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
			});
			if (!ring) return `no ring around ${html}`;
			const one = luminance(getComputedStyle(ring).outlineColor);
			const other = luminance(getComputedStyle(document.body).backgroundColor);
			const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
			return contrast >= 3 ? '' : `a faint ring (${contrast.toFixed(1)}) around ${html}`;
		};
	});
}

/** What stands where, and in which colours: two looks with the same print see the same. */
export type Print = { places: string; colours: string };
export const printOf = (page: Page): Promise<Print> =>
	page.evaluate(() => {
		const all = [...document.querySelectorAll('body, body *')].map((each) => {
			const { left, top, width, height } = each.getBoundingClientRect();
			const { color, backgroundColor, backgroundImage, fill, opacity } = getComputedStyle(each);
			const isSeen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
			return {
				place: [
					each.tagName,
					isSeen,
					...[left + scrollX, top + scrollY, width, height].map(Math.round)
				].join(),
				colour: [color, backgroundColor, backgroundImage, fill, opacity].join()
			};
		});
		return {
			places: all.map(({ place }) => place).join('\n'),
			colours: all.map(({ colour }) => colour).join('\n')
		};
	});

/**
 * What axe finds, by all its rules or by those that are named. The colour of letters it takes from `-webkit-text-fill-color`, of
 * which Chromium tells what the page asked for even where it draws the reader's own; so it is told first.
 */
export const violations = (page: Page, rules?: string[]): Promise<string[]> =>
	page.evaluate(async (named) => {
		const fill = '-webkit-text-fill-color';
		const all = matchMedia('(forced-colors: active)').matches
			? [...document.querySelectorAll<HTMLElement>('body *')].filter(({ style }) => style)
			: [];
		const colours = all.map((each) => getComputedStyle(each).color);
		for (const [n, { style }] of all.entries()) style.setProperty(fill, colours[n] ?? '');
		const found = await globalThis.axe.run({
			...(named
				? { runOnly: { type: 'rule', values: named } }
				: { rules: { 'target-size': { enabled: true } } }),
			resultTypes: ['violations']
		});
		for (const { style } of all) style.removeProperty(fill);
		return found.violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join()}`
		);
	}, rules);

/** @returns what can be pressed and is smaller than a fingertip; links inside a sentence are as high as their line. */
export const small = (page: Page): Promise<string[]> =>
	page.evaluate((least) => {
		const all = document.querySelectorAll<HTMLElement>(
			'a[href], button, input:not([type=hidden]), select, textarea, summary'
		);
		return [...all].flatMap((each) => {
			// A box to tick is pressed on its words too.
			const pressed =
				each.closest('label') ??
				(each.id ? document.querySelector(`label[for="${each.id}"]`) : null);
			const box = each.getBoundingClientRect();
			const isSeen =
				each.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.bottom > 0;
			const isInSentence =
				getComputedStyle(each).display === 'inline' &&
				each.closest('p, li, td, th, dd, dt, caption, figcaption') !== null;
			const large =
				/checkbox|radio/.test(each.getAttribute('type') ?? '') && pressed
					? pressed.getBoundingClientRect()
					: box;
			if (!isSeen || isInSentence || (large.height >= least - 0.5 && large.width >= least - 0.5))
				return [];
			return [
				`small (${Math.round(large.width)}×${Math.round(large.height)}): ${each.outerHTML.slice(0, 120)}`
			];
		});
	}, TARGET_MIN);

/** @returns what a keyboard comes to without its being seen: WCAG 2.4.13, two pixels around, with a contrast of three to the page. */
export async function unseen(page: Page): Promise<string[]> {
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	const found = new Set<string>();
	for (let presses = 0; presses < TABS_MAX; presses++) {
		await page.keyboard.press('Tab');
		const said = await page.evaluate(() => {
			const each = document.activeElement;
			return each && each !== document.body ? globalThis.ringOf(each) : undefined;
		});
		if (said === undefined) break;
		if (said) found.add(said);
	}
	return [...found];
}

/** The same of all that can have the focus, each given it as by a keyboard: for colours that a keyboard has been through before. */
export const faintRings = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const all = document.querySelectorAll<HTMLElement>(
			'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
		);
		const found = [...all].flatMap((each) => {
			if (!each.checkVisibility({ visibilityProperty: true }) || each.tabIndex < 0) return [];
			each.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
			return document.activeElement === each ? [globalThis.ringOf(each)] : [];
		});
		(document.activeElement as HTMLElement | null)?.blur();
		return [...new Set(found.filter(Boolean))];
	});
