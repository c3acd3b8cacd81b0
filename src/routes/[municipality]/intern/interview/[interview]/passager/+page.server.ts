import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf } from '$lib/server/core/form-data.ts';
import * as notes from '$lib/server/interviews/notes.ts';
import * as passages from '$lib/server/interviews/passages.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { Coding, QUOTES, themes, TONES } from '$lib/interviews/passages.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../../asking.ts';
import { inInterview } from '../../../interviewing.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, course, interview, staff, about, noteOnce } = inInterview(event);
	const written = notes.read(db, interview.id).filter(({ text }) => text.trim() !== '');
	if (written.some(({ author }) => author !== staff.id)) noteOnce('notes-read', about);
	const coded = passages.list(db, interview.id);
	return {
		course: { id: course.id, name: course.name },
		interview,
		isHolder: interviews.isHolder(interview, staff.id),
		isOpen: interview.notesErasedOn === null,
		promises: plan.promises.map(({ id, text }) => ({ id, text: text.da })),
		questions: course.kind.questions.flatMap(({ id, text, promise }) => {
			const own = written.filter(({ question }) => question === id);
			return own.length > 0 ? [{ id, text: text.da, promise: promise ?? '', notes: own }] : [];
		}),
		passages: coded,
		themes: themes(
			coded,
			plan.promises.map(({ id }) => id)
		)
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { db, interview, data, coding, given, noteCoded } = await read(event, 'add');
		const from = { author: textOf(data, 'author'), question: textOf(data, 'question') };
		const marked = textsOf(data, 'marked').map(Number);
		const again = { for: `${from.question}-${from.author}`, given, marked };
		if (!coding.success) return fail(400, { ...again, refusal: 'not-whole' as const });
		const outcome = passages.add(db, interview.id, { ...from, marked }, coding.data);
		if (!outcome.ok) return fail(400, { ...again, refusal: outcome.reason });
		noteCoded();
		return { done: 'added' as const };
	},

	change: async (event) => {
		const { db, interview, data, coding, given, noteCoded } = await read(event, 'change');
		const again = { for: textOf(data, 'id'), given, marked: [] };
		if (!coding.success) return fail(400, { ...again, refusal: 'not-whole' as const });
		const outcome = passages.change(db, interview.id, textOf(data, 'id'), coding.data);
		if (!outcome.ok) return fail(400, { ...again, refusal: outcome.reason });
		noteCoded();
		return { done: 'changed' as const };
	},

	remove: async (event) => {
		const { db, interview, data, noteCoded } = await read(event, 'remove');
		const ask = askFirst(event, data, 'removePassage');
		if (ask) return ask;
		passages.remove(db, interview.id, textOf(data, 'id'));
		noteCoded();
		return { done: 'removed' as const };
	},

	summarise: async (event) => {
		const { db, plan, course, interview, staff } = inInterview(event, 'summarise');
		if (!interviews.isHolder(interview, staff.id)) error(403);
		const of = { course: course.id, interview: interview.id };
		const { id } = summaries.prepare(db, of, today());
		redirect(303, `/${plan.municipality}/intern/opsummering/${id}`);
	}
};

async function read(event: RequestEvent, action: string) {
	const authorised = inInterview(event, action);
	const data = await event.request.formData();
	const promises = authorised.plan.promises.map(({ id }) => id);
	const promise = textOf(data, 'promise');
	const said = {
		promise: promises.includes(promise) ? promise : '',
		tone: textOf(data, 'tone'),
		quote: textOf(data, 'quote'),
		wording: textOf(data, 'wording')
	};
	/** What was filled in, as far as the form can show it again. */
	const given = {
		...said,
		tone: TONES.find((tone) => tone === said.tone),
		quote: QUOTES.find((quote) => quote === said.quote) ?? 'own-words'
	};
	const noteCoded = () => authorised.noteOnce('passages-coded', authorised.about);
	return { ...authorised, data, coding: Coding.safeParse(said), given, noteCoded };
}
