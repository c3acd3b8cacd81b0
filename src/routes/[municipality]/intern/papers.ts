import { isLanguage, load, type Language, type Messages } from '$lib/i18n/messages.ts';

/** The words of letters and forms in every language that citizens are offered. */
export async function papersIn(
	languages: string[]
): Promise<{ [language in Language]?: Messages<'papers'> }> {
	const loaded = languages
		.filter(isLanguage)
		.map(async (language) => [language, await load(language, 'papers')] as const);
	return Object.fromEntries(await Promise.all(loaded));
}
