import { expect, test, type Page } from '@playwright/test';
import { sideways } from '../support/pages.ts';
import { faintRings, install, printOf, small, unseen, violations, type Print } from './looks.ts';

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

/** What axe says by colours alone: the rest of its rules say the same wherever the same stands in the same places. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];

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
		const all = `${this.#pages} pages, ${this.seen} looks, ${this.found.length} findings`;
		console.log([all, ...this.found].join('\n'));
		test
			.info()
			.annotations.push({ type: 'pages', description: `${this.seen} ${this.found.length}` });
		expect(this.seen).toBeGreaterThan(0);
		expect(this.found).toEqual([]);
	}

	async look(page: Page, name: string): Promise<void> {
		this.#pages += 1;
		await install(page);
		for (const size of SIZES) {
			await page.setViewportSize(size);
			const light = await this.#lookIn(page, 'light', `${name}, ${size.width}`);
			for (const mode of this.#modes) {
				if (mode !== 'light') await this.#lookIn(page, mode, `${name}, ${size.width}`, light);
			}
			this.seen += this.#modes.length;
		}
		await page.setViewportSize({ width: 360, height: 740 });
		for (const mode of this.#modes) {
			await page.emulateMedia(MODES[mode]);
			const rings = await (mode === 'light' ? unseen(page) : faintRings(page));
			for (const each of rings) this.found.push(`${name}, ${mode}: ${each}`);
		}
		await page.emulateMedia(MODES.light);
	}

	/** @param light the page's print in the light, where it was looked at altogether */
	async #lookIn(page: Page, mode: Mode, where: string, light?: Print): Promise<Print> {
		await page.emulateMedia(MODES[mode]);
		const say = (what: string) => this.found.push(`${where}, ${mode}: ${what}`);
		const print = await printOf(page);
		const isSame = print.places === light?.places;
		if (isSame && print.colours === light?.colours) return print;
		const wide = await sideways(page);
		if (wide) say(wide);
		for (const each of await violations(page, isSame ? BY_COLOUR : undefined)) say(each);
		if (!isSame) for (const each of await small(page)) say(each);
		return print;
	}
}
