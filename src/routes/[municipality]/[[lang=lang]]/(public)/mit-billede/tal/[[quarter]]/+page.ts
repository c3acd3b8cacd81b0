import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { language, dir, home } = await parent();
	const m = await loadMessages(language, 'journey');
	return { ...data, locale: { model: data.model, language, dir, m }, root: `${home}/mit-billede` };
};
