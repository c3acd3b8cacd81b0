import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, setHeaders }) => {
	// A mangled link has the code in its address, which goes no further.
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'origin' });
	const { language } = await parent();
	return { t: await loadMessages(language, 'trouble') };
};
