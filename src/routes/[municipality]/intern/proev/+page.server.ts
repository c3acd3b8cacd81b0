import { json } from '$lib/json.ts';
import { openEnvelope } from '$lib/outbox/sealing.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as keys from '$lib/server/core/keys.ts';
import { opener } from '$lib/server/core/opener.ts';
import * as handouts from '$lib/server/handout.ts';
import { noteTrial } from '$lib/server/overview/start-list.ts';
import * as languages from '$lib/server/plan/languages.ts';
import { fromForm, isTooLong, toFields } from '$lib/survey/answers.ts';
import { newId } from '$lib/survey/draft.ts';
import { Envelope } from '$lib/survey/envelope.ts';
import { faceOf } from '$lib/survey/questionnaire.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise, type Authorised } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const place = authorise(event);
	const { db, plan } = place;
	const offered = languages.offered(db, plan, today());
	const asked = event.url.searchParams.get('sprog');
	const { situations, meetingForms, contacts, key } = handouts.current(place);
	return {
		questionnaires: plan.questionnaires
			.filter(({ retired }) => !retired)
			.map(({ id, name }) => ({ id, name: name.da })),
		chosen: asking(event, place)?.id,
		items: itemsOf(event, place),
		offered,
		language: asked && offered.includes(asked) ? asked : 'da',
		situations,
		meetingForms,
		contacts,
		key
	};
};

export const actions: Actions = {
	/** Before the page's code has come, or without it: the form comes back at another step. */
	step: async (event) => {
		const { form, draft, items } = await read(event, 'step');
		const skipped = items.findIndex(({ id }) => id === form.get('skip'));
		const item = items[skipped];
		if (item) Reflect.deleteProperty(draft.answers, item.id);
		return { fields: toFields(draft, item ? skipped + 2 : Number(form.get('to'))).toString() };
	},

	/** The answer has come as far as one can without being counted, and is thrown away. */
	send: async (event) => {
		const { db, keysFolder, staff, form, draft, items } = await read(event, 'send');
		const sealed = textOf(form, 'envelope');
		if (sealed && !(await opens(sealed, keysFolder))) return fail(400, { isUnopened: true });
		if (!sealed && isTooLong(draft)) {
			return fail(400, { fields: toFields(draft, items.length + 1).toString() });
		}
		noteTrial(db, today());
		audit.log(db, { who: staff.id, what: 'round-tried', ...audit.moment(new Date()) });
		return { tried: sealed ? ('sealed' as const) : ('plain' as const) };
	}
};

async function opens(text: string, keysFolder: string): Promise<boolean> {
	const parsed = Envelope.safeParse(json(text));
	const pair = parsed.success ? keys.keyPair(keysFolder, parsed.data.keyId) : undefined;
	if (!parsed.success || !pair) return false;
	return (await openEnvelope(parsed.data, opener(pair.privateKey))).ok;
}

async function read(event: RequestEvent, action: string) {
	const place = authorise(event, action);
	const items = itemsOf(event, place);
	const form = await event.request.formData();
	return { ...place, form, items, draft: fromForm(form, items, newId).draft };
}

function asking({ url }: Pick<RequestEvent, 'url'>, { plan }: Authorised) {
	const current = plan.questionnaires.filter(({ retired }) => !retired);
	return current.find(({ id }) => id === url.searchParams.get('skema')) ?? current[0];
}

const itemsOf = (event: Pick<RequestEvent, 'url'>, place: Authorised) =>
	asking(event, place)?.items.map(faceOf) ?? [];
