import { goalLocaleOf } from '$lib/goals/words.ts';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import { localeOf } from '$lib/results/locale.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, data }) => {
	const { language } = await parent();
	const [m, g] = await Promise.all([
		loadMessages(language, 'results'),
		loadMessages(language, 'goals')
	]);
	const locale = localeOf(m, language);
	return { ...data, locale, say: goalLocaleOf(locale, g) };
};
