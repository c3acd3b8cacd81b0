/**
 * A number as Danish offices and Jobindsats write it: `1.234,5`, `12,3 %`, `-0,4`, with narrow spaces or without; also `12.3`,
 * where the point cannot part thousands. `-`, `..`, `.` and nothing at all are values that the source does not have.
 */
export type NumberRead = { ok: true; value: number | null } | { ok: false };

const MISSING = new Set(['', '-', '–', '—', '.', '..', '...', '…', ':', 'x', 'u.o.', 'null']);
const DIGITS_MAX = 15;

export function readNumber(written: string): NumberRead {
	const text = written
		.normalize('NFKC')
		.replace(/[\s\u2009\u202F]+/g, '')
		.replace(/^['’]/, '')
		.replace(/[−–—](?=\d)/, '-')
		.replace(/(%|pct\.?|kr\.?|uger?)$/i, '')
		.toLowerCase();
	if (MISSING.has(text)) return { ok: true, value: null };
	const value = toNumber(text);
	return value === undefined ? { ok: false } : { ok: true, value };
}

function toNumber(text: string): number | undefined {
	const [, sign = '', whole = '', decimals = ''] =
		/^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(text) ??
		/^([+-]?)(\d+)\.(\d+)$/.exec(text) ??
		[];
	const digits = whole.replaceAll('.', '');
	if (digits === '' || digits.length + decimals.length > DIGITS_MAX) return undefined;
	return Number(`${sign}${digits}.${decimals || '0'}`);
}
