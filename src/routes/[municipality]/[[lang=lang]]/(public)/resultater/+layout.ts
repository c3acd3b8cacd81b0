import { load as loadMessages } from '$lib/i18n/messages.ts';
import { localeOf } from '$lib/results/locale.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, data }) => {
	const { language } = await parent();
	return { ...data, locale: localeOf(await loadMessages(language, 'results'), language) };
};
