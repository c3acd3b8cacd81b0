import { isLanguage, load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const language = isLanguage(data.language) ? data.language : 'da';
	const [words, p] = await Promise.all([
		loadMessages(language, 'citizen'),
		loadMessages(language, 'papers')
	]);
	return { ...data, language, words, p };
};
