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
	// After a form was sent (`?/send`) the page goes on where that was; else it begins, unless this tab has an answer begun.
	const isFresh = isOpen && !url.search && !isBegun(handout.municipality, params.round);
	// Most answers meet no trouble, and then its words need not travel: but who has no code, and needs one, is asked in them.
	const isPlain = isOpen && !url.search && round?.channels.includes('open');
	const isAsked = isFresh && !round?.channels.includes('open');
	const [t, ask, survey, notOpen] = await Promise.all([
		isPlain ? undefined : loadMessages(language, 'trouble'),
		isAsked ? import('./AskForCode.svelte') : undefined,
		// Without scripts the whole form is one page, which the server draws.
		isOpen && !(browser && isFresh) ? fetchSurvey(language) : undefined,
		isOpen ? undefined : import('./NotOpen.svelte')
	]);
	return { round, state, isFresh, t, AskForCode: ask?.default, survey, NotOpen: notOpen?.default };
};

const isBegun = (municipality: string, round: string): boolean =>
	browser && storage.read(municipality, round) !== null;
