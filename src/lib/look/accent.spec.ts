import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	ACCENT,
	accentFrom,
	coloursOf,
	contrast,
	contrastInWords,
	isReadable,
	readable
} from './accent.ts';

it('knows WCAG’s contrast', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(contrast('#ffffff', '#ffffff')).toBe(1);
	expect(isReadable(ACCENT)).toBe(true);
	expect(isReadable('#777777')).toBe(false);
	expect(contrastInWords('#777777', '#ffffff')).toBe('4,4');
});

it('reads a colour as it is typed or chosen', () => {
	expect(accentFrom(' #1F5C99 ')).toBe('#1f5c99');
	expect(accentFrom('1f5c99')).toBe('#1f5c99');
	for (const other of ['', 'red', '#fff', '#1f5c9', 'url(x)', '#1f5c99;}']) {
		expect(accentFrom(other), other).toBeUndefined();
	}
});

it('finds a darker one that can be read, whatever was chosen, and all that is drawn with it is readable', () => {
	const colour = fc
		.integer({ min: 0, max: 0xffffff })
		.map((n) => `#${n.toString(16).padStart(6, '0')}`);
	fc.assert(
		fc.property(colour, (chosen) => {
			const accent = readable(chosen);
			if (isReadable(chosen)) expect(accent).toBe(chosen);
			const colours = coloursOf(accent);
			for (const name of ['--accent', '--accent-dark', '--accent-darker'] as const) {
				expect(contrast(colours[name] ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
			}
			// Ordinary ink stands on the tint.
			expect(contrast('#1a1a1a', colours['--tint'] ?? '')).toBeGreaterThan(12);
		})
	);
});
