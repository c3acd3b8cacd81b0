import { browser } from '$app/environment';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import { stateOf } from '$lib/survey/form/state.ts';
import * as storage from '$lib/survey/storage.ts';
import { fetchSurvey } from './survey.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { handout, language } = await parent();
	const round = handout.rounds.find(({ id }) => id === params.round);
	const state = round && stateOf(round, handout.today);
	const isOpen = state === 'open';
	// Most answers meet no trouble, and then its words need not travel. After an action (`?/send`) they may be in use.
	const isPlain = browser && isOpen && !url.search && round?.channels.includes('open');
	// The server renders the whole form. A browser that has begun nothing needs no more than its opening yet.
	const hasBegun = isOpen && !(isPlain && !storage.read(handout.municipality, params.round));
	const [t, survey, notOpen] = await Promise.all([
		isPlain ? undefined : loadMessages(language, 'trouble'),
		hasBegun ? fetchSurvey(language) : undefined,
		isOpen ? undefined : import('./NotOpen.svelte')
	]);
	return { round, state, t, survey, NotOpen: notOpen?.default };
};
