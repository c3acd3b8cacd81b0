import { NOTES, counts, hasFallen, notesFor } from '$lib/interviews/calls.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf, WholeNumber } from '$lib/server/core/form-data.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as draws from '$lib/server/interviews/draw.ts';
import * as people from '$lib/server/interviews/people.ts';
import { erasureOf } from '$lib/server/interviews/retention.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import * as settings from '$lib/server/core/settings.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../asking.ts';
import { inCourse } from '../../interviewing.ts';

const Note = z.enum(NOTES);
const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(300));

export const load: PageServerLoad = (event) => {
	const { db, course, role, staff, by } = inCourse(event);
	const draw = draws.find(db, course.id);
	const drawn = people.list(db, course.id);
	const held = interviews.list(db, course.id);
	const texts = summaries.list(db).filter((each) => each.course === course.id);
	return {
		course: {
			id: course.id,
			name: course.name,
			kind: course.kind.name.da,
			dueOn: course.dueOn,
			participants: course.participants,
			cancelled: course.cancelled,
			journal: course.journal
		},
		role,
		isInterviewer: courses.isInterviewer(course, staff.id),
		mayManage: by.roles.includes('leader'),
		rule: course.kind.eligibility,
		today: draw?.asOf ?? today(),
		draw: draw && {
			digest: draw.digest,
			seed: draw.seed,
			wanted: draw.wanted,
			stratified: draw.stratified,
			awaitsMe: role !== undefined && !draw.typed.some((each) => each.role === role)
		},
		people: drawn.map((person) => ({
			...person,
			hasFallen: hasFallen(person.standing),
			notes: notesFor(person.standing).filter((each) => each !== 'hold' && each !== 'withdraw'),
			interview: held.find(({ number }) => number === person.number)?.id
		})),
		counts: counts(drawn.map(({ standing }) => standing)),
		waitingForNext: people.waitingForNext(db, course.id),
		summary: texts.find(({ interview }) => interview === null)?.state,
		notes: held.map((interview) => ({
			...erasureOf(db, course, interview),
			summary: texts.find((each) => each.interview === interview.id)?.state
		})),
		notesDays: settings.notesDays(db),
		awaitsJournal: settings.notesAwaitJournal(db),
		candidates: courses.candidates(db)
	};
};

export const actions: Actions = {
	note: async (event) => {
		const { db, course, staff, data, note } = await asParticipant(event, 'note');
		const number = WholeNumber.safeParse(textOf(data, 'number')).data ?? 0;
		const said = Note.safeParse(textOf(data, 'note'));
		if (!said.success || said.data === 'hold' || said.data === 'withdraw') error(400);
		const outcome = people.note(db, course.id, { number, note: said.data, user: staff.id });
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note(said.data === 'known' ? 'person-known' : 'person-noted', `${course.name} nr. ${number}`);
		return { done: 'noted' as const, number };
	},

	undo: async (event) => {
		const { db, course, data, note } = await asParticipant(event, 'undo');
		const number = WholeNumber.safeParse(textOf(data, 'number')).data ?? 0;
		const outcome = people.undo(db, course.id, number);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('person-unnoted', `${course.name} nr. ${number}`);
		return { done: 'undone' as const };
	},

	callTeams: async (event) => {
		const { db, course, data, note } = await asParticipant(event, 'callTeams');
		const numbers = textOf(data, 'numbers').split(',').map(Number);
		const outcome = people.callTeams(db, course.id, numbers);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('person-called', `${course.name} nr. ${numbers.join(', ')}`);
		return { done: 'called' as const };
	},

	callNext: async (event) => {
		const { db, course, data, note } = await asParticipant(event, 'callNext');
		const [number, replaces] = ['number', 'replaces'].map((name) => Number(textOf(data, name)));
		const outcome = people.callNext(db, course.id, {
			number: number ?? 0,
			replaces: replaces ?? 0
		});
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('person-called', `${course.name} nr. ${number} i stedet for nr. ${replaces}`);
		return { done: 'called' as const };
	},

	summarise: async (event) => {
		const { db, plan, course, staff } = inCourse(event, 'summarise');
		if (!courses.isInterviewer(course, staff.id)) error(403);
		const { id } = summaries.prepare(db, { course: course.id, interview: null }, today());
		redirect(303, `/${plan.municipality}/intern/opsummering/${id}`);
	},

	participants: async (event) => {
		const { db, course, note } = inCourse(event, 'participants');
		const chosen = textsOf(await event.request.formData(), 'participants');
		const outcome = courses.setParticipants(db, course.id, chosen);
		if (!outcome.ok) return fail(400, { refusal: outcome.reason });
		note('interview-course-changed', course.name);
		return { done: 'changed' as const };
	},

	journal: async (event) => {
		const { db, course, note } = inCourse(event, 'journal');
		const data = await event.request.formData();
		const decision = z.enum(courses.JOURNAL).safeParse(textOf(data, 'journal'));
		if (!decision.success) return fail(400, { refusal: 'no-decision' as const });
		const ask = askFirst(event, data, 'decideJournal');
		if (ask) return ask;
		if (courses.decideJournal(db, course.id, decision.data, today())) {
			note('notes-journal-decided', `${course.name}: ${decision.data}`);
		}
		return { done: 'journal' as const };
	},

	cancel: async (event) => {
		const { db, course, note } = inCourse(event, 'cancel');
		const given = textOf(await event.request.formData(), 'reason');
		const reason = Reason.safeParse(given);
		if (!reason.success) return fail(400, { given, refusal: 'no-reason' as const });
		if (courses.cancel(db, course.id, reason.data, today())) {
			note('interview-course-cancelled', course.name);
		}
		return { done: 'cancelled' as const };
	}
};

/** Only those who take part decide who is asked. */
async function asParticipant(event: RequestEvent, action: string) {
	const authorised = inCourse(event, action);
	if (!authorised.role || authorised.course.cancelled) error(403);
	return { ...authorised, data: await event.request.formData() };
}
