import { isLanguage, languageOf, load as loadMessages, type Language } from '$lib/i18n/messages.ts';
import { handoutAddress, type Handout } from '$lib/survey/handout.ts';
import { error } from '@sveltejs/kit';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params }) => {
	const language: Language = params.lang && isLanguage(params.lang) ? params.lang : 'da';
	const [reply, m] = await Promise.all([
		fetch(handoutAddress(params.municipality, language)),
		loadMessages(language, 'frame')
	]);
	// What is no municipality of ours is said by who knows those that are.
	if (!reply.ok) error(reply.status, await saidOf(reply));
	const handout: Handout = await reply.json();
	if (!handout.languages.includes(language)) error(404);
	/** Begins the address of every page in this language. */
	const home = params.lang ? `/${params.municipality}/${params.lang}` : `/${params.municipality}`;
	const { html, dir } = languageOf(language);
	return { handout, m, language, home, html, dir };
};

const saidOf = (reply: Response): Promise<App.Error | undefined> =>
	reply.json().catch(() => undefined);
