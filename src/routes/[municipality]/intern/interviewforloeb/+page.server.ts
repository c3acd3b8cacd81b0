import { today } from '$lib/server/core/environment.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as people from '$lib/server/interviews/people.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { counts } from '$lib/interviews/calls.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const signed = { step: session.step, roles: session.staff.roles };
	return {
		hasKinds: plan.interviews !== undefined,
		mayBegin: may(signed, `${event.route.id}/ny`),
		calendar: courses.calendar(db, plan, today()).map(({ kind, name, dueOn, course }) => ({
			kind,
			name,
			dueOn,
			course: course && { id: course.id, name: course.name }
		})),
		courses: courses.list(db).map((course) => ({
			id: course.id,
			name: course.name,
			kind: course.kind.name.da,
			dueOn: course.dueOn,
			isCancelled: course.cancelled !== undefined,
			wanted: course.wanted,
			counts: counts(people.list(db, course.id).map(({ standing }) => standing))
		}))
	};
};
