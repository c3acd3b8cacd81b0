import { load as loadMessages } from '$lib/i18n/messages.ts';
import { words } from '$lib/reports/words.ts';
import { localeOf } from '$lib/results/locale.ts';
import type { LayoutLoad } from './$types';

/** A report is the committee's paper, and in Danish; what is around it is in the reader's language. */
export const load: LayoutLoad = async ({ parent, data }) => {
	const { language } = await parent();
	const [m, danish] = await Promise.all([loadMessages(language, 'results'), words()]);
	return { ...data, locale: localeOf(m, language), r: danish.t, count: danish.locale.count };
};
