import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { language } = await parent();
	const { rights } = await loadMessages(language, 'papers');
	return { ...data, rights };
};
