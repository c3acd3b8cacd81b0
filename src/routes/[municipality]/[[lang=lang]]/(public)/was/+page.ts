import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	const { statement } = await loadMessages(language, 'papers');
	return { statement };
};
