import * as audit from '$lib/server/core/audit.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import type { Reviewer } from '$lib/server/interviews/reviewers.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { authorise } from './door.ts';

type Asked = Pick<RequestEvent, 'locals' | 'route' | 'params'>;

/** Who asks, as the review knows them, and a line in the log about `about`. */
export function asReviewer(event: Pick<RequestEvent, 'locals' | 'route'>, action?: string) {
	const house = authorise(event, action);
	const by: Reviewer = { user: house.staff.id, roles: house.staff.roles };
	const note = (what: audit.Deed, about: string) =>
		audit.log(house.db, { who: house.staff.id, what, about, ...audit.moment(new Date()) });
	/** For what is done over and over: the first time each day. */
	const noteOnce = (what: audit.Deed, about: string) =>
		audit.logOnceADay(house.db, {
			who: house.staff.id,
			what,
			about,
			day: audit.moment(new Date()).day
		});
	return { ...house, by, note, noteOnce };
}

/** The course of the address. `role` is as what this person takes part in it, if they do. */
export function inCourse(event: Asked, action?: string) {
	const house = asReviewer(event, action);
	const course = courses.find(house.db, event.params.course ?? '');
	if (!course) error(404);
	return { ...house, course, role: courses.roleIn(course, house.staff.id) };
}

/** The interview of the address, for those alone who may read its notes; anyone else's try is logged. */
export function inInterview(event: Asked, action?: string) {
	const house = asReviewer(event, action);
	const interview = interviews.find(house.db, event.params.interview ?? '');
	const course = interview && courses.find(house.db, interview.course);
	if (!interview || !course) error(404);
	const about = `${course.name} nr. ${interview.number}`;
	if (!interviews.mayReadNotes(house.db, interview, house.staff.id)) {
		house.note('access-refused', about);
		error(403);
	}
	return { ...house, interview, course, about };
}
