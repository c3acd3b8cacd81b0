import type { Day, Month } from '../calendar.ts';

const TIME_AFTER =
	/(?:[ T]+|,? ?kl\.? ?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * `2026-03-01`, `20260301`, `01-03-2026`, `1.3.2026` and `1/3/2026`, with or without a time of day after it: fractions of a
 * second and an offset too. The day is the one that is written.
 */
export function dayFrom(typed: string): Day | undefined {
	const text = typed.trim().replace(TIME_AFTER, '');
	const iso = /^(\d{4})[-./](\d{2})[-./](\d{2})$/.exec(text) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(text);
	const danish = /^(\d{1,2})[-./] ?(\d{1,2})[-./] ?(\d{4})$/.exec(text);
	const [year, month, day] = iso ? iso.slice(1) : danish ? danish.slice(1).reverse() : [];
	if (!year || !month || !day) return undefined;
	const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${found}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** `2026-03`, `03-2026`, `3/2026`, `marts 2026`, `mar-26`, or any day of the month as `dayFrom` reads it. */
export function monthFrom(typed: string): Month | undefined {
	const text = typed.trim().toLowerCase();
	const day = dayFrom(text);
	if (day) return day.slice(0, 7);
	const named = /^([a-z]{3})[a-z]*\.?[-/ ]*(20)?(\d\d)$/.exec(text);
	const [, year, month] = named
		? ['', `20${named[3]}`, String(MONTHS.indexOf(named[1] ?? '') + 1)]
		: (/^(\d{4})[-./](\d{1,2})$/.exec(text) ?? turned(/^(\d{1,2})[-/.](\d{4})$/.exec(text)) ?? []);
	const number = Number(month);
	if (!year || number < 1 || number > 12) return undefined;
	return `${year}-${String(number).padStart(2, '0')}`;
}

const turned = (found: RegExpExecArray | null): (string | undefined)[] | undefined =>
	found ? [found[0], found[2], found[1]] : undefined;

/** A whole number that is not negative, as Danes write it: `1.240` and `1 240` are one thousand two hundred and forty. */
export function wholeNumberFrom(typed: string): number | undefined {
	const text = typed.trim().replace(/[\u00a0\u2009\u202f]/g, ' ');
	const isWhole = /^(?:\d{1,7}|[1-9]\d{0,2}(?:(?:\.\d{3}){1,3}|(?: \d{3}){1,3}))$/.test(text);
	return isWhole ? Number(text.replace(/[. ]/g, '')) : undefined;
}
