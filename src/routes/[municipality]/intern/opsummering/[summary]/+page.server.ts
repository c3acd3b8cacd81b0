import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf } from '$lib/server/core/form-data.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as passages from '$lib/server/interviews/passages.ts';
import * as review from '$lib/server/interviews/review.ts';
import { actionsFor, mayRead } from '$lib/server/interviews/reviewers.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { DRAFT_MAX, SUMMARY_MAX } from '$lib/server/interviews/summaries.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { asReviewer } from '../../interviewing.ts';
import { subjectOf } from '../../summarising.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, by, staff, summary } = asked(event);
	const course = courses.find(db, summary.course);
	const actions = actionsFor(db, summary, by);
	if (!mayRead(db, summary, by) || !course) error(403);
	if (!actions.has('write')) {
		redirect(303, `/${plan.municipality}/intern/gennemsyn/${summary.id}`);
	}
	const last = summaries.latest(db, summary.id);
	// Passages are raw notes: only for those who may read these.
	const mayReadNotes = courses.isInterviewer(course, staff.id);
	return {
		summary: { id: summary.id, state: summary.state, draft: summary.draft },
		subject: subjectOf(db, plan, summary),
		passages: mayReadNotes
			? summary.interview
				? passages.list(db, summary.interview)
				: passages.ofCourse(db, summary.course)
			: [],
		remarks: summaries.remarks(db, summary.id).filter(({ version }) => version === last?.version),
		remarked: last?.text ?? '',
		names: review.cautionsOf(db, summary, summary.draft).names,
		checks: review.CHECKS,
		max: SUMMARY_MAX
	};
};

export const actions: Actions = {
	write: async (event) => {
		const { db, by, summary, data, about, noteOnce } = await read(event, 'write');
		const written = review.write(db, summary.id, by, textOf(data, 'text'), today());
		if (!written.ok) return fail(409, { refusal: written.reason });
		noteOnce('summary-written', about);
		return { done: 'written' as const };
	},

	send: async (event) => {
		const { db, plan, by, summary, data, about, note } = await read(event, 'send');
		const sending = { text: textOf(data, 'text'), checked: textsOf(data, 'checked') };
		const sent = review.send(db, summary.id, by, sending, today());
		if (!sent.ok) {
			const { reason, found } = sent;
			return fail(400, { refusal: reason, found, checked: sending.checked });
		}
		note('summary-sent', about);
		redirect(303, `/${plan.municipality}/intern/gennemsyn/${summary.id}?sendt`);
	}
};

function asked(event: Pick<RequestEvent, 'locals' | 'route' | 'params'>, action?: string) {
	const authorised = asReviewer(event, action);
	const summary = summaries.find(authorised.db, event.params.summary ?? '');
	if (!summary) error(404);
	const { name, number } = subjectOf(authorised.db, authorised.plan, summary);
	return { ...authorised, summary, about: number ? `${name} nr. ${number}` : name };
}

async function read(event: RequestEvent, action: string) {
	const data = await event.request.formData();
	if (textOf(data, 'text').length > DRAFT_MAX) error(413);
	return { ...asked(event, action), data };
}
