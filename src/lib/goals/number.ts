import type { Unit } from './measure.ts';

/**
 * A number as Danish offices and Jobindsats write it: `1.234,5`, `12,3 %`, `-0,4`, `1 234` with spaces of any width; also `12.3`,
 * where the point cannot part thousands. `-`, `..`, `.` and nothing at all are values that the source does not have. What can be
 * read in two ways, or has a footnote's figure behind it, is not guessed at.
 */
export type NumberRead = { ok: true; value: number | null } | { ok: false };

const MISSING = new Set(['', '-', '–', '—', '−', '.', '..', '...', ':', 'x', 'u.o.', 'null']);
const DIGITS_MAX = 15;
/** Footnotes (`12,5¹`), fractions and figures in circles: plain figures to a machine, and never part of the number. */
const NO_DIGIT = /[\p{No}\p{Nl}\u2070-\u209C]/u;
const UNITS: readonly [Unit, RegExp][] = [
	['per-cent', /(\d) ?(?:%|pct\.?|procent)$/],
	['kroner', /(\d) ?(?:kr\.?|kroner)$/],
	['weeks', /(\d) ?uger?$/]
];

export function readNumber(written: string): NumberRead {
	if (NO_DIGIT.test(written)) return { ok: false };
	const text = plain(written);
	if (MISSING.has(text)) return { ok: true, value: null };
	const value = toNumber(withoutUnit(text));
	return value === undefined ? { ok: false } : { ok: true, value };
}

/** The unit that is written behind a number, where there is one. */
export function unitIn(written: string): Unit | undefined {
	const text = plain(written);
	return UNITS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What a number says of the point: `12.3` parts decimals with it, `1.234` and `1,234` may be either way of writing. */
export function pointIn(written: string): 'decimal' | 'either' | undefined {
	const text = withoutUnit(plain(written));
	if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return 'either';
	return /^[+-]?\d+\.\d+$/.test(text) ? 'decimal' : undefined;
}

/** Signs that are not seen are left out, and every space is the same one. */
const plain = (written: string): string =>
	written
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(/^['’](?=.)/, '')
		.replace(/^[-−–—] ?(?=\d)/, '-')
		.toLowerCase();

const withoutUnit = (text: string): string =>
	UNITS.reduce((rest, [, pattern]) => rest.replace(pattern, '$1'), text);

function toNumber(text: string): number | undefined {
	const [, sign = '', whole = '', decimals = ''] =
		/^([+-]?)(\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+))(?:,(\d+))?$/.exec(text) ??
		// Three figures behind the point are thousands; with a nought before it they may be meant as decimals.
		/^([+-]?)(?!\d{1,3}\.\d{3}$)(\d+)\.(\d+)$/.exec(text) ??
		[];
	const digits = whole.replace(/[. ]/g, '');
	if (digits === '' || digits.length + decimals.length > DIGITS_MAX) return undefined;
	return Number(`${sign}${digits}.${decimals || '0'}`);
}
