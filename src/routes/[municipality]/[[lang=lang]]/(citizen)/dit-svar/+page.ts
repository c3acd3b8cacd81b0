import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	return { isStill: true, promise: await loadMessages(language, 'promise') };
};
