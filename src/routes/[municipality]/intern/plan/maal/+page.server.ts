import { headings } from '$lib/server/plan/forms/goal.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const place = authorise(event);
	const { plan } = place;
	return {
		...shown(place, headings),
		groups: plan.headings.map(({ id, text }) => ({
			id,
			text: text.da,
			goals: plan.goals
				.filter(({ heading }) => heading === id)
				.map((goal) => ({
					id: goal.id,
					name: goal.name.da,
					kinds: [...new Set(goal.aims.map(({ kind }) => kind))],
					endedOn: goal.ended?.on ?? null
				}))
		}))
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, headings);
	},
	save: async (event) => saved(authorise(event, 'save'), event, headings)
};
