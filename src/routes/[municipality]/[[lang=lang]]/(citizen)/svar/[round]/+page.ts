import { browser } from '$app/environment';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import { stateOf } from '$lib/survey/state.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { handout, language } = await parent();
	const round = handout.rounds.find(({ id }) => id === params.round);
	const state = round && stateOf(round, handout.today);
	const items = round && handout.questionnaires[round.questionnaire]?.items;
	// Most answers meet no trouble, and then its words need not travel. After an action (`?/send`) they may be in use.
	const isPlain = browser && !url.search && state === 'open' && round?.channels.includes('open');
	const t = isPlain ? undefined : await loadMessages(language, 'trouble');
	return { round, state, items, t };
};
