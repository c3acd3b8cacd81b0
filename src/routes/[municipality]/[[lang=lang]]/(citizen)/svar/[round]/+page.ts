import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { handout } = await parent();
	const round = handout.rounds.find(({ id }) => id === params.round);
	return { round, items: round ? handout.questionnaires[round.questionnaire]?.items : undefined };
};
