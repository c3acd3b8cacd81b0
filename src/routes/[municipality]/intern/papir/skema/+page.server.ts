import * as collecting from '$lib/server/rounds/collecting.ts';
import { extraLanguages, today } from '$lib/server/core/environment.ts';
import * as languages from '$lib/server/plan/languages.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const { searchParams } = event.url;
	const id = searchParams.get('maaling');
	const round = collecting.printable(db, today()).find((each) => each.id === id);
	const kept = round && rounds.find(db, round.id);
	if (!kept) error(404);
	const offered = [...languages.offered(db, plan, today()), ...extraLanguages()];
	const language = offered.find((each) => each === searchParams.get('sprog')) ?? 'da';
	return {
		language,
		languages: offered,
		question: plan.question,
		closesOn: kept.round.closesOn,
		items: kept.questionnaire.items.map(({ id: item, text, scale }) => ({ id: item, text, scale })),
		situations: plan.situations,
		meetingForms: plan.meetingForms
	};
};
