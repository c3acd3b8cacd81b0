import type { Day, Month } from '../calendar.ts';
import { LANGUAGES } from './messages.ts';

/** The tag for Intl of a language as the browser knows it: British dates, and no other calendar or digits than ours. */
export const intlOf = (html: string): string =>
	Object.values(LANGUAGES).find((each) => each.html === html)?.intl ?? html;

/** A day as people write it: `10. december 2026`. @param language as the browser knows it: `da`, `en`, `ar`. */
export const inWords = (day: Day, language: string): string =>
	new Intl.DateTimeFormat(intlOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);

/** `marts 2026` */
export const monthInWords = (month: Month, language: string): string =>
	new Intl.DateTimeFormat(intlOf(language), {
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	}).format(new Date(`${month}-01T00:00:00Z`));
