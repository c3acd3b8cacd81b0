import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sideways } from '../support/pages.ts';

/** How a person has set up their device. */
const MODES = {
	light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
	dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
	'reduced motion': { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
	'forced colours, dark': {
		colorScheme: 'dark',
		forcedColors: 'active',
		reducedMotion: 'no-preference'
	},
	'forced colours, light': {
		colorScheme: 'light',
		forcedColors: 'active',
		reducedMotion: 'no-preference'
	}
} as const;
type Mode = keyof typeof MODES;

/** A phone, a tablet, a desk, and a desk at 400 per cent. */
const SIZES = [
	{ width: 360, height: 740 },
	{ width: 820, height: 1180 },
	{ width: 1280, height: 900 },
	{ width: 320, height: 256 }
];

/** WCAG 2.5.5, of level AAA: nobody's hands are as steady as a designer's. */
const TARGET_MIN = 44;

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
}

/** Looks at pages in every mode and size, and keeps what was found until all have been seen. */
export class Walk {
	readonly found: string[] = [];
	/** Each page counts once for each mode and size. */
	seen = 0;
	#pages = 0;
	readonly #modes: Mode[];

	/** Staff's pages are light only. */
	constructor(whose: 'citizens' | 'staff' = 'citizens') {
		const all = Object.keys(MODES) as Mode[];
		this.#modes = all.filter((mode) => whose === 'citizens' || mode !== 'dark');
	}

	/** Fails with all that was found; how many pages that was goes to the tally. */
	done(): void {
		console.log(`${this.#pages} pages, ${this.seen} looks, ${this.found.length} findings`);
		test
			.info()
			.annotations.push({ type: 'pages', description: `${this.seen} ${this.found.length}` });
		expect(this.found).toEqual([]);
	}

	async look(page: Page, name: string): Promise<void> {
		this.#pages += 1;
		await page.evaluate(axe);
		for (const mode of this.#modes) {
			await page.emulateMedia(MODES[mode]);
			for (const size of SIZES) {
				await page.setViewportSize(size);
				const say = (what: string) => this.found.push(`${name}, ${mode}, ${size.width}: ${what}`);
				const wide = await sideways(page);
				if (wide) say(wide);
				const found = await page.evaluate(async () => {
					const { violations } = await globalThis.axe.run({
						rules: { 'target-size': { enabled: true } },
						resultTypes: ['violations']
					});
					return violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join()}`
					);
				});
				for (const each of found) say(each);
				if (mode === 'light') for (const each of await small(page)) say(each);
				this.seen++;
			}
			await page.setViewportSize({ width: 360, height: 740 });
			if (mode !== 'reduced motion')
				for (const each of await unseen(page)) this.found.push(`${name}, ${mode}: ${each}`);
		}
		await page.emulateMedia(MODES.light);
	}
}

/** @returns what can be pressed and is smaller than a fingertip; links inside a sentence are as high as their line. */
const small = (page: Page): Promise<string[]> =>
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
async function unseen(page: Page): Promise<string[]> {
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	const found = new Set<string>();
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		const said = await page.evaluate(() => {
			const each = document.activeElement;
			if (!each || each === document.body) return { isEnd: true, what: '' };
			const ring = [each, each.closest('label')].find((one) => {
				if (!one) return false;
				const { outlineStyle, outlineWidth } = getComputedStyle(one);
				return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
			});
			const html = each.outerHTML.slice(0, 120);
			if (!ring) return { isEnd: false, what: `no ring around ${html}` };
			const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
			if (!paint) return { isEnd: false, what: 'no canvas' };
			const luminance = (colour: string): number => {
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
			const one = luminance(getComputedStyle(ring).outlineColor);
			const other = luminance(getComputedStyle(document.body).backgroundColor);
			const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
			return {
				isEnd: false,
				what: contrast >= 3 ? '' : `a faint ring (${contrast.toFixed(1)}) around ${html}`
			};
		});
		if (said.isEnd) break;
		if (said.what) found.add(said.what);
	}
	return [...found];
}
