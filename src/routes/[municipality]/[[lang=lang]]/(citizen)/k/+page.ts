import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { language } = await parent();
	return { t: await loadMessages(language, 'trouble') };
};
