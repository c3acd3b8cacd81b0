import { isLanguage } from '$lib/i18n/messages.ts';
import * as settings from '$lib/server/core/settings.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf } from '$lib/server/core/form-data.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as people from '$lib/server/interviews/people.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { inCourse } from '../../../../interviewing.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, course, staff } = inCourse(event);
	if (!courses.isInterviewer(course, staff.id)) error(403);
	const number = Number(event.params.number);
	const person = people.list(db, course.id).find((each) => each.number === number);
	if (person?.standing !== 'yes') error(404);
	return {
		course: { id: course.id, name: course.name },
		number,
		consent: course.kind.consent,
		languages: settings.languages(db, plan).filter(isLanguage),
		interviewers: courses.interviewers(course),
		self: staff.id
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, plan, course, note } = inCourse(event, 'default');
		const data = await event.request.formData();
		const given = {
			language: textOf(data, 'language'),
			agreed: textsOf(data, 'agreed'),
			holders: textsOf(data, 'holders')
		};
		const consent = interviews.Consent.safeParse(given);
		if (!consent.success) return fail(400, { given, refusal: 'not-agreed' as const });
		const number = Number(event.params.number);
		const outcome = interviews.begin(db, { course: course.id, number }, consent.data, today());
		if (!outcome.ok) return fail(400, { given, refusal: outcome.reason });
		note('interview-begun', `${course.name} nr. ${number}`);
		redirect(303, `/${plan.municipality}/intern/interview/${outcome.id}`);
	}
};
