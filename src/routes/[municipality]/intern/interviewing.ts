import * as audit from '$lib/server/core/audit.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import type { Reviewer } from '$lib/server/interviews/reviewers.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { authorise } from './authorise.ts';

type Asked = Pick<RequestEvent, 'locals' | 'route' | 'params'>;

/** Who asks, as the review knows them, and a line in the log about `about`. */
export function asReviewer(event: Pick<RequestEvent, 'locals' | 'route'>, action?: string) {
	const authorised = authorise(event, action);
	const by: Reviewer = { user: authorised.staff.id, roles: authorised.staff.roles };
	const note = (what: audit.Deed, about: string) =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what,
			about,
			...audit.moment(new Date())
		});
	/** For what is done over and over: the first time each day. */
	const noteOnce = (what: audit.Deed, about: string) =>
		audit.logOnceADay(authorised.db, {
			who: authorised.staff.id,
			what,
			about,
			day: audit.moment(new Date()).day
		});
	return { ...authorised, by, note, noteOnce };
}

/** The course of the address. `role` is as what this person takes part in it, if they do. */
export function inCourse(event: Asked, action?: string) {
	const authorised = asReviewer(event, action);
	const course = courses.find(authorised.db, event.params.course ?? '');
	if (!course) error(404);
	return { ...authorised, course, role: courses.roleIn(course, authorised.staff.id) };
}

/** The interview of the address, for those alone who may read its notes; anyone else's try is logged. */
export function inInterview(event: Asked, action?: string) {
	const authorised = asReviewer(event, action);
	const interview = interviews.find(authorised.db, event.params.interview ?? '');
	const course = interview && courses.find(authorised.db, interview.course);
	if (!interview || !course) error(404);
	const about = `${course.name} nr. ${interview.number}`;
	if (!interviews.mayReadNotes(authorised.db, interview, authorised.staff.id)) {
		audit.logRefusal(authorised.db, { who: authorised.staff.id, about, now: new Date() });
		error(403);
	}
	return { ...authorised, interview, course, about };
}
