import { isLanguage, load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [o, citizen] = await Promise.all([
		loadMessages('da', 'operating'),
		loadMessages(isLanguage(data.language) ? data.language : 'da', 'citizen')
	]);
	return { ...data, o, citizen };
};
