import { withComma } from '../rounding.ts';

/** The colour of the product where a municipality has none of its own: Borger.dk's. */
export const ACCENT = '#44831e';

/** What WCAG asks of text against its ground; white letters stand on the accent, and the accent stands on white. */
const CONTRAST_MIN = 4.5;

/** The names that stylesheets use, and their colours. */
export type Colours = { [name: `--${string}`]: string };

type Rgb = [red: number, green: number, blue: number];

/** `#44831e` as a browser's colour field gives it, or undefined. */
export const accentFrom = (typed: string): string | undefined =>
	/^#?([0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase().padStart(7, '#');

/** WCAG's contrast, 1–21. */
export function contrast(one: string, other: string): number {
	const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

/** As it is said: tenths, never more than it is. */
export const contrastInWords = (one: string, other: string): string =>
	withComma(Math.trunc(contrast(one, other) * 10) / 10);

export const isReadable = (accent: string): boolean => contrast(accent, '#ffffff') >= CONTRAST_MIN;

/** The colour itself, or the nearest darker one that can be read on white. */
export function readable(accent: string): string {
	let darker = accent;
	for (let share = 0.02; !isReadable(darker); share += 0.02)
		darker = mixed(accent, '#000000', share);
	return darker;
}

/** All that is drawn in a municipality's colour; on dark pages, stylesheets lighten `--own` themselves (`_colours.scss`). */
export const coloursOf = (accent: string): Colours => ({
	'--own': accent,
	'--accent': accent,
	'--accent-dark': mixed(accent, '#000000', 0.16),
	'--accent-darker': mixed(accent, '#000000', 0.32),
	'--tint': mixed(accent, '#ffffff', 0.94),
	'--tint-line': mixed(accent, '#ffffff', 0.78)
});

/** @param share of the other colour, 0–1 */
export function mixed(colour: string, other: string, share: number): string {
	const [one, two] = [rgb(colour), rgb(other)];
	const parts = one.map((part, at) => Math.round(part + ((two[at] ?? 0) - part) * share));
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const rgb = (colour: string): Rgb =>
	[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;

function luminance(colour: string): number {
	const [red, green, blue] = rgb(colour).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as Rgb;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
