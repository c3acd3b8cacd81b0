import { goal } from '$lib/server/plan/forms/goal.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { authorise } from '../../../authorise.ts';
import { arranged, saved, shown } from '../../editing.ts';

/** The address of a goal that is not there yet. */
const NEW = 'nyt';

export const load: PageServerLoad = (event) => {
	const place = authorise(event);
	const { plan } = place;
	const id = idOf(event);
	const found = plan.goals.find((each) => each.id === id);
	if (id !== '' && !found) error(404);
	const items = new Map(
		plan.questionnaires
			// A statement that is also in a questionnaire still in use is not one of the old.
			.toSorted((a, b) => Number(b.retired ?? false) - Number(a.retired ?? false))
			.flatMap(({ retired, items: own }) =>
				own.map((item) => [item.id, { item, retired }] as const)
			)
	);
	return {
		...shown(place, goal(id)),
		name: found?.name.da,
		headings: plan.headings.map(({ id: value, text }) => ({ value, label: text.da })),
		items: [...items.values()].map(({ item, retired }) => ({
			id: item.id,
			text: item.text.da,
			retired: retired ?? false
		})),
		isMade: event.url.searchParams.has('gemt')
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, goal(idOf(event)));
	},
	save: async (event) => {
		const place = authorise(event, 'save');
		const id = idOf(event);
		const outcome = await saved(place, event, goal(id));
		if (id === '' && 'goal' in outcome && outcome.goal) {
			const plan = `/${place.plan.municipality}/intern/plan`;
			redirect(303, `${plan}/maal/${outcome.goal}?gemt=${outcome.version}`);
		}
		return outcome;
	}
};

const idOf = ({ params }: Pick<RequestEvent, 'params'>): string =>
	params.goal === NEW ? '' : params.goal;
