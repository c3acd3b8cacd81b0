import { population } from '$lib/server/plan/forms/figures.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const authorised = authorise(event);
	return {
		...shown(authorised, population),
		situations: authorised.plan.situations.map(({ id, text }) => ({ id, text: text.da }))
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, population);
	},
	save: async (event) => saved(authorise(event, 'save'), event, population)
};
