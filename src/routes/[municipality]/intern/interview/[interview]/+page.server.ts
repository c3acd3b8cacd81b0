import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { keyOf, openFor } from '$lib/server/interviews/keys.ts';
import * as notes from '$lib/server/interviews/notes.ts';
import { withdraw } from '$lib/server/interviews/withdrawal.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { guide } from '$lib/interviews/guide.ts';
import { Writing } from '$lib/interviews/notes/notes.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../asking.ts';
import { inInterview } from '../../interviewing.ts';
import { json } from '$lib/json.ts';

const Sealed = z.strictObject({
	keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
	enc: z.string().check(z.regex(/^[\w-]{1,200}$/)),
	ciphertext: z.string().check(z.regex(/^[\w-]{1,900000}$/))
});

export const load: PageServerLoad = async (event) => {
	const { db, keysFolder, plan, course, interview, staff, about, noteOnce } = inInterview(event);
	const written = notes.read(db, interview.id);
	if (written.some(({ author }) => author !== staff.id)) noteOnce('notes-read', about);
	const asking = rounds.list(db).at(-1)?.questionnaire ?? plan.questionnaires[0];
	const measured = new Set(asking?.items.flatMap(({ promises }) => promises));
	return {
		course: { id: course.id, name: course.name, kind: course.kind.name.da },
		interview,
		isHolder: interviews.isHolder(interview, staff.id),
		questions: guide(course.kind.questions, measured).map(({ id, text, promise }) => ({
			id,
			text,
			promise: plan.promises.find((each) => each.id === promise)?.text.da,
			isUnmeasured: promise !== undefined && !measured.has(promise),
			mine: written.find((note) => note.question === id && note.author === staff.id),
			others: written
				.filter((note) => note.question === id && note.author !== staff.id && note.text !== '')
				.map(({ name, text }) => ({ name, text }))
		})),
		alarms: plan.interviews?.alarms ?? [],
		key: await keyOf(db, keysFolder, staff.id),
		writer: randomUUID()
	};
};

export const actions: Actions = {
	/** What the page has sealed, or, where the browser cannot seal, as it is. */
	keep: async (event) => {
		const { db, keysFolder, interview, staff, about, noteOnce } = inInterview(event, 'keep');
		const data = await event.request.formData();
		const sealed = Sealed.safeParse(json(textOf(data, 'sealed')));
		const text = sealed.success
			? await openFor(db, keysFolder, staff.id, { ...sealed.data, interview: interview.id })
			: textOf(data, 'writing');
		// Somebody else has signed in meanwhile: theirs to open another time.
		if (text === undefined) return fail(403, { outcome: 'signed-out' as const });
		const writing = Writing.safeParse(json(text));
		if (!writing.success || writing.data.interview !== interview.id) error(400);
		const kept = notes.keep(db, staff.id, writing.data);
		if (!kept.ok) {
			const outcome = kept.reason === 'erased' ? ('refused' as const) : ('signed-out' as const);
			return fail(409, { outcome });
		}
		noteOnce('notes-written', about);
		return { outcome: 'kept' as const, receipts: kept.receipts };
	},

	/** The same from a plain form, without scripts. */
	write: async (event) => {
		const { db, interview, course, staff, about, noteOnce } = inInterview(event, 'write');
		const data = await event.request.formData();
		const writing = Writing.safeParse({
			interview: interview.id,
			writer: textOf(data, 'writer'),
			turn: 1,
			notes: course.kind.questions.map(({ id }) => ({
				question: id,
				text: textOf(data, `note-${id}`),
				base: Number(textOf(data, `base-${id}`))
			}))
		});
		if (!writing.success) return fail(400, { refusal: 'too-long' as const });
		const kept = notes.keep(db, staff.id, writing.data);
		if (!kept.ok) return fail(409, { refusal: kept.reason });
		noteOnce('notes-written', about);
		return { saved: true };
	},

	hold: async (event) => {
		const { db, plan, interview, staff, about, note } = inInterview(event, 'hold');
		if (!interviews.isHolder(interview, staff.id)) error(403);
		const ask = askFirst(event, await event.request.formData(), 'holdInterview');
		if (ask) return ask;
		const outcome = interviews.hold(db, interview.id, staff.id, today());
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('interview-held', about);
		redirect(303, `/${plan.municipality}/intern/interview/${interview.id}/passager`);
	},

	withdraw: async (event) => {
		const { db, plan, interview, course, by, about, note } = inInterview(event, 'withdraw');
		const data = await event.request.formData();
		if (!data.has('sure')) return fail(400, { refusal: 'not-sure' as const });
		const outcome = withdraw(db, interview.id, by, today());
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('interview-withdrawn', about);
		redirect(303, `/${plan.municipality}/intern/interviewforloeb/${course.id}`);
	}
};
