import { goalLocaleOf, type GoalLocale } from '$lib/goals/words.ts';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import { localeOf } from '$lib/results/locale.ts';

/** How goals are said to staff. */
export async function sayingOf(): Promise<GoalLocale> {
	const [m, g] = await Promise.all([loadMessages('da', 'results'), loadMessages('da', 'goals')]);
	return goalLocaleOf(localeOf(m, 'da'), g);
}
