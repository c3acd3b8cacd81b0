import { promises } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../door.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const house = authorise(event);
	const items = house.plan.questionnaires
		.filter(({ retired }) => !retired)
		.flatMap((questionnaire) => questionnaire.items);
	const measuring = (id: string) =>
		new Set(items.filter((item) => item.promises.includes(id)).map((item) => item.id));
	return {
		...shown(house, promises),
		measured: Object.fromEntries(house.plan.promises.map(({ id }) => [id, measuring(id).size]))
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, promises);
	},
	save: async (event) => saved(authorise(event, 'save'), event, promises)
};
