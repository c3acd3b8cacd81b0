import { goalLocaleOf, type GoalLocale } from '../goals/words.ts';
import { load, type Messages } from '../i18n/messages.ts';
import { localeOf, type Locale } from '../results/locale.ts';

/** What a report is written with: it is in Danish, as the committee reads it. */
export type ReportWords = { t: Messages<'report'>; locale: Locale; say: GoalLocale };

export async function words(): Promise<ReportWords> {
	const [t, results, goals] = await Promise.all([
		load('da', 'report'),
		load('da', 'results'),
		load('da', 'goals')
	]);
	const locale = localeOf(results, 'da');
	return { t, locale, say: goalLocaleOf(locale, goals) };
}
