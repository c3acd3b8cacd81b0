import { targets } from '$lib/server/plan/forms/figures.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const authorised = authorise(event);
	const items = new Map(
		authorised.plan.questionnaires
			// A statement that is also in a questionnaire still in use is not one of the old.
			.toSorted((a, b) => Number(b.retired ?? false) - Number(a.retired ?? false))
			.flatMap(({ retired, items }) => items.map((item) => [item.id, { item, retired }] as const))
	);
	return {
		...shown(authorised, targets),
		items: [...items.values()].map(({ item, retired }) => ({
			id: item.id,
			text: item.text.da,
			retired: retired ?? false
		}))
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, targets);
	},
	save: async (event) => saved(authorise(event, 'save'), event, targets)
};
