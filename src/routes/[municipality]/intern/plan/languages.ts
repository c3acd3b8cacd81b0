import { isLanguage, languageOf } from '$lib/i18n/messages.ts';

/** Only for tests of right-to-left pages: no municipality writes in it. */
export const TEST_LANGUAGE = 'xr';

/** A plan's languages as they are called and written; one that the program does not speak is called by its code. */
export const named = (codes: readonly string[]) =>
	codes.map((code) =>
		isLanguage(code)
			? { code, ...languageOf(code) }
			: { code, name: code, html: code, dir: 'ltr' as const }
	);

export const nameOf = (code: string): string => languageOf(code).name ?? code;
