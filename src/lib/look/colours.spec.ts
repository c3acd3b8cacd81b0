import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contrast, mixed, readable } from './accent.ts';

const sheet = readFileSync('src/lib/look/_colours.scss', 'utf8');
const [light = '', dark = '', forced = ''] = sheet.split('@media');
const plain = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(dark)?.[1] ?? '';
const paper = plain('paper');

/** As a browser mixes it: so much of the municipality's own colour, or so much of white. */
function ofOwn(name: string, own: string): string {
	const said = new RegExp(
		`--${name}: color-mix\\(in srgb, var\\(--own\\)( \\d+%)?, (#\\w+)( \\d+%)?\\)`
	).exec(dark);
	if (!said) throw new Error(name);
	const [, share, other = '', rest] = said;
	const part = share ? 1 - Number.parseInt(share, 10) / 100 : Number.parseInt(rest ?? '', 10) / 100;
	return mixed(own, other === '#fff' ? '#ffffff' : other, part);
}
const accents = fc
	.integer({ min: 0, max: 0xffffff })
	.map((n) => readable(`#${n.toString(16).padStart(6, '0')}`));

it('on dark pages every word can be read, whatever colour a municipality has chosen', () => {
	fc.assert(
		fc.property(accents, (own) => {
			const tint = ofOwn('tint', own);
			for (const ground of [paper, tint, plain('warm')]) {
				for (const ink of ['ink', 'ink-light', 'bad', 'warm-line', 'chart'])
					expect([own, ground, ink, contrast(plain(ink), ground) >= 4.5]).toEqual([
						own,
						ground,
						ink,
						true
					]);
				for (const name of ['accent', 'accent-dark', 'accent-darker'])
					expect([own, ground, name, contrast(ofOwn(name, own), ground) >= 4.5]).toEqual([
						own,
						ground,
						name,
						true
					]);
			}
			// What is under the finger, or pressed, lies on what else is a line.
			expect(contrast(plain('ink'), ofOwn('tint-line', own))).toBeGreaterThanOrEqual(4.5);
		})
	);
});

it('names every colour that ordinary pages have, and no other', () => {
	const names = (text: string) =>
		[...new Set([...text.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name))].sort();
	expect(names(dark)).toEqual(names(light).filter((name) => name !== '--own'));
	expect(names(light)).toEqual(expect.arrayContaining(names(forced)));
});

it('is for screens alone, for citizens alone, and for nobody who has chosen colours of their own', () => {
	expect(dark).toContain('screen and (prefers-color-scheme: dark) and (forced-colors: none)');
	expect(dark).toContain(':root:not(:has(.staff))');
	for (const [, value] of forced.matchAll(/--[\w-]+: (.+);/g))
		expect(value).toMatch(/^(Canvas|CanvasText)$/);
});

/** Drawn on a ground of their own, light or dark; and what is drawn for white paper. */
const OF_THEIR_OWN = [
	'src/lib/charts/DivergingBars.svelte',
	'src/lib/journey/picture/Flower.svelte',
	'src/lib/survey/form/Choices.svelte',
	'src/routes/[municipality]/[[lang=lang]]/+layout.svelte'
];

it('no citizen’s page has a colour that stays when the others become dark', () => {
	const sheets = ['src/lib', 'src/routes']
		.flatMap((root) =>
			readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path))
		)
		.filter((path) => path.endsWith('.svelte') && !path.includes('/intern/'))
		.map((path) => ({ path, style: readFileSync(path, 'utf8').split('<style')[1] ?? '' }));
	expect(sheets.length).toBeGreaterThan(80);
	const fixed = sheets.filter(({ style }) =>
		// On paper everything is as it is; a colour that is mixed with the page's is as light as the page.
		/#[0-9a-f]{3,6}\b/i.test(
			style
				.replace(/@media print \{[\s\S]*?\n\t\}/g, '')
				.replace(/--hue: #\w+|color-mix\(.*\)/g, '')
		)
	);
	expect(fixed.map(({ path }) => path).filter((path) => !OF_THEIR_OWN.includes(path))).toEqual([]);
});
