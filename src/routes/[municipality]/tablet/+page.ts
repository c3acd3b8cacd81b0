import { isLanguage, load as loadMessages, type Language } from '$lib/i18n/messages.ts';
import type { Handout } from '$lib/survey/handout.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';
import type { Words } from './words.ts';

/** No server load: the page opens without network. All languages come at once, so that choosing one fetches nothing. */
export const load: PageLoad = async ({ fetch, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const address = `/${params.municipality}/api/v1/handout.json`;
	const [reply, c, o] = await Promise.all([
		fetch(address),
		loadMessages('da', 'caseworker'),
		loadMessages('da', 'outbox')
	]);
	if (!reply.ok) error(reply.status);
	const handout: Handout = await reply.json();
	const words = await Promise.all(handout.languages.filter(isLanguage).map(wordsIn));
	return { address, handout, c, o, words: words.flatMap((each) => each ?? []) };
};

/** A language that this device has not got, and cannot fetch now, is not offered. */
async function wordsIn(language: Language): Promise<Words | undefined> {
	try {
		const [m, t] = await Promise.all([
			loadMessages(language, 'citizen'),
			loadMessages(language, 'tablet')
		]);
		return { language, m, t };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
}
