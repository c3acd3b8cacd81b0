import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { handout } = await parent();
	return {
		round: handout.rounds.find(({ id }) => id === params.round),
		isSent: url.searchParams.has('sendt')
	};
};
