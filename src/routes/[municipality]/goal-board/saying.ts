import { load as loadMessages, type Language } from '$lib/i18n/messages.ts';
import { localeOf } from '$lib/results/locale.ts';
import { goalLocaleOf, type GoalLocale } from '$lib/goals/words.ts';

/** How goals are said in a language; to staff in Danish. */
export async function sayingOf(language: Language = 'da'): Promise<GoalLocale> {
	const [m, g] = await Promise.all([
		loadMessages(language, 'results'),
		loadMessages(language, 'goals')
	]);
	return goalLocaleOf(localeOf(m, language), g);
}
