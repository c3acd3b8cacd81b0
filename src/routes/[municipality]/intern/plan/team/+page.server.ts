import { TEAM_MIN_CASEWORKERS } from '$lib/plan/plan.ts';
import { teams } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => ({
	...shown(authorise(event), teams),
	least: TEAM_MIN_CASEWORKERS
});

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, teams);
	},
	save: async (event) => saved(authorise(event, 'save'), event, teams)
};
