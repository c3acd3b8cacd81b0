import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

// It only shows: as the server draws it, nothing of it need come to life (`still.ts`).
export const csr = false;

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	return { isStill: true, front: await loadMessages(language, 'front') };
};
