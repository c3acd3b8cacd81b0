import { goalLocaleOf } from '$lib/goals/words.ts';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import { localeOf } from '$lib/results/locale.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async () => {
	const [m, g] = await Promise.all([loadMessages('da', 'results'), loadMessages('da', 'goals')]);
	return { say: goalLocaleOf(localeOf(m, 'da'), g) };
};
