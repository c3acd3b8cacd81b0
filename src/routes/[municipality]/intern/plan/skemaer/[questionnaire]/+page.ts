import { isLanguage, load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

/** The words around a statement in each language, for the preview. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	citizen: Object.fromEntries(
		await Promise.all(
			data.languages
				.filter(isLanguage)
				.map(async (language) => [language, await loadMessages(language, 'citizen')] as const)
		)
	)
});
