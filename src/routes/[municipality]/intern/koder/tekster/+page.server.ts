import * as collecting from '$lib/server/rounds/collecting.ts';
import { today } from '$lib/server/core/environment.ts';
import * as languages from '$lib/server/plan/languages.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const open = collecting.sendable(db, today());
	const asked = event.url.searchParams.get('maaling');
	const round = open.find(({ id }) => id === asked) ?? open[0];
	return {
		languages: languages.offered(db, plan, today()),
		language: event.url.searchParams.get('sprog') ?? 'da',
		address: `${event.url.origin}/${plan.municipality}/k`,
		closesOn: round?.closesOn
	};
};
