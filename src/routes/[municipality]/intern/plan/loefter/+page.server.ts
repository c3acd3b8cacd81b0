import { promises } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const authorised = authorise(event);
	const items = authorised.plan.questionnaires
		.filter(({ retired }) => !retired)
		.flatMap((questionnaire) => questionnaire.items);
	const measuring = (id: string) =>
		new Set(items.filter((item) => item.promises.includes(id)).map((item) => item.id));
	return {
		...shown(authorised, promises),
		measured: Object.fromEntries(authorised.plan.promises.map(({ id }) => [id, measuring(id).size]))
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, promises);
	},
	save: async (event) => saved(authorise(event, 'save'), event, promises)
};
