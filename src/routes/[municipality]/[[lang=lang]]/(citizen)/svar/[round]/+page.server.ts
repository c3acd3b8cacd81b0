import { today } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as plainForm from '$lib/server/intake/plain-form.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import {
	fromForm,
	isEmpty,
	isTooLong,
	obstacle,
	toFields,
	toSubmission
} from '$lib/survey/answers.ts';
import { newId } from '$lib/survey/draft.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, RouteParams } from './$types';

type Event = RequestEvent<RouteParams>;

/** The plain form: what a browser does before the page's code has come, or without it. Nothing typed is ever lost. */
export const actions: Actions = {
	/** A code that came from the code's own page. */
	begin: async (event) => {
		const { draft } = await read(event);
		return { fields: toFields(draft, 0).toString() };
	},

	/** Goes to another step: the form comes back filled in. */
	step: async (event) => {
		const { draft, form, items, kept } = await read(event);
		const skipped = items.findIndex(({ id }) => id === form.get('skip'));
		const item = items[skipped];
		if (item) Reflect.deleteProperty(draft.answers, item.id);
		const to = item ? skipped + 2 : Number(form.get('to'));
		// Who has no code is told before the first statement, and not after the last.
		const missing = to === 1 && kept ? obstacle(draft, kept.round) : undefined;
		if (missing) return fail(400, { fields: toFields(draft, 0).toString(), reason: missing });
		// On from what is too long, it is mended first.
		const at = to === items.length + 2 && isTooLong(draft) ? to - 1 : to;
		return { fields: toFields(draft, at).toString() };
	},

	send: async (event) => {
		const { draft, form, items, kept, db, keysFolder } = await read(event);
		if (form.has('without-code')) delete draft.code;
		const last = toFields(draft, items.length + 3);
		const fields = last.toString();
		if (!kept) return fail(404, { fields, reason: 'round-unknown' as const });
		const missing = obstacle(draft, kept.round);
		if (missing) return fail(400, { fields, reason: missing });
		if (isTooLong(draft)) {
			const there = toFields(draft, items.length + 1).toString();
			return fail(400, { fields: there, reason: 'comment-long' as const });
		}
		// Going back after sending shows an empty form: a press there is rarely meant as a no.
		if (isEmpty(draft) && !form.has('empty')) {
			return fail(400, { fields, reason: 'empty' as const });
		}
		const language = event.params.lang ?? 'da';
		const submission = toSubmission(draft, { round: kept.round, today: today(), language });
		const sent = await plainForm.count({ db, keysFolder, kept, today: today() }, submission, {
			network: networkOf(event),
			place: event.params.municipality
		});
		if (!sent.ok && sent.reason === 'held') {
			if (form.has('empty')) last.set('empty', '1');
			return waits(event, last, sent.wait);
		}
		if (!sent.ok) return fail(sent.status, { fields, reason: sent.reason });
		redirect(303, `${event.url.pathname}/tak?${sent.isAgain ? 'foer' : 'sendt'}`);
	}
};

/** `held.ts` answers, with a page that is drawn already: what ends here as a redirect draws none. */
function waits({ locals, url }: Event, typed: URLSearchParams, wait: number): never {
	// Both ways on from there: to send it, and to look at it where it was left.
	typed.set('to', typed.get('step') ?? '0');
	locals.held = { typed, wait };
	redirect(303, url.pathname);
}

async function read({ params, request }: Event) {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const form = await request.formData();
	const kept = rounds.list(found.db).find(({ round }) => round.id === params.round);
	const items = kept?.questionnaire.items ?? [];
	return { ...found, form, kept, items, draft: fromForm(form, items, newId).draft };
}
