import { contacts } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => shown(authorise(event), contacts);

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, contacts);
	},
	save: async (event) => saved(authorise(event, 'save'), event, contacts)
};
