import type { Day, Month } from '../calendar.ts';

/** A day as people write it: `10. december 2026`. @param language as the browser knows it: `da`, `en`, `ar`. */
export const inWords = (day: Day, language: string): string =>
	new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);

/** `marts 2026` */
export const monthInWords = (month: Month, language: string): string =>
	new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${month}-01T00:00:00Z`)
	);
