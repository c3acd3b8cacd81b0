import { usedBy } from '$lib/server/plan/editing.ts';
import { copyOf, questionnaire } from '$lib/server/plan/forms/questionnaire.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { authorise } from '../../../authorise.ts';
import { arranged, saved, shown } from '../../editing.ts';

/** The address of a questionnaire that is not there yet. */
const NEW = 'nyt';

export const load: PageServerLoad = (event) => {
	const authorised = authorise(event);
	const { db, plan } = authorised;
	const id = idOf(event);
	const found = plan.questionnaires.find((each) => each.id === id);
	if (id !== '' && !found) error(404);
	const copied = event.url.searchParams.get('fra');
	const { typed, ...rest } = shown(authorised, questionnaire(id));
	return {
		...rest,
		typed: copied ? copyOf(plan, copied) : typed,
		name: found?.name.da,
		usedIn: usedBy(db, plan).get(id) ?? [],
		promises: plan.promises.map(({ id: value, text }) => ({ value, label: text.da })),
		isMade: event.url.searchParams.has('gemt')
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, questionnaire(idOf(event)));
	},

	preview: async (event) => {
		authorise(event, 'preview');
		return { ...(await arranged(event, questionnaire(idOf(event)))), isPreview: true };
	},

	save: async (event) => {
		const authorised = authorise(event, 'save');
		const id = idOf(event);
		const outcome = await saved(authorised, event, questionnaire(id));
		// What a round has asked stands where it stood: the new one has an address of its own.
		if ('questionnaire' in outcome && outcome.questionnaire && outcome.questionnaire !== id) {
			const plan = `/${authorised.plan.municipality}/intern/plan`;
			redirect(303, `${plan}/skemaer/${outcome.questionnaire}?gemt=${outcome.version}`);
		}
		return outcome;
	}
};

const idOf = ({ params }: Pick<RequestEvent, 'params'>): string =>
	params.questionnaire === NEW ? '' : params.questionnaire;
