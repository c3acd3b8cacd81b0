import { LANGUAGES } from '$lib/i18n/messages.ts';
import { words } from '$lib/server/plan/forms/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { TEST_LANGUAGE } from '../languages.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => ({
	...shown(authorise(event), words),
	known: Object.keys(LANGUAGES).filter((code) => code !== TEST_LANGUAGE)
});

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, words);
	},
	save: async (event) => saved(authorise(event, 'save'), event, words)
};
