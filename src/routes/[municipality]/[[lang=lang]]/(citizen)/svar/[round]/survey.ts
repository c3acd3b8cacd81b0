import { load as loadMessages, type Language } from '$lib/i18n/messages.ts';

/** The form and its words: most of what the page is made of, and not needed before somebody begins. */
export async function fetchSurvey(language: Language) {
	const [{ default: Form }, m] = await Promise.all([
		import('./Answering.svelte'),
		loadMessages(language, 'citizen')
	]);
	return { Form, m, language };
}
