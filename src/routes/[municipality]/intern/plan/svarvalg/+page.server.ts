import { SITUATIONS_MAX } from '$lib/plan/plan.ts';
import { choices } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => ({
	...shown(authorise(event), choices),
	most: SITUATIONS_MAX
});

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, choices);
	},
	save: async (event) => saved(authorise(event, 'save'), event, choices)
};
