import { today } from '$lib/server/core/environment.ts';
import { textOf, WholeNumber } from '$lib/server/core/form-data.ts';
import * as draws from '$lib/server/interviews/draw.ts';
import * as people from '$lib/server/interviews/people.ts';
import { counts } from '$lib/interviews/calls.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { inCourse } from '../../../interviewing.ts';

const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(300));

export const load: PageServerLoad = (event) => {
	const { db, course, role } = inCourse(event);
	const draw = draws.find(db, course.id);
	const drawn = people.list(db, course.id);
	return {
		course: {
			id: course.id,
			name: course.name,
			wanted: course.wanted,
			rule: course.kind.eligibility,
			isCancelled: course.cancelled !== undefined
		},
		role,
		today: today(),
		draw,
		restarts: draws.restarts(db, course.id),
		people: drawn,
		counts: counts(drawn.map(({ standing }) => standing))
	};
};

export const actions: Actions = {
	lock: async (event) => {
		const { db, course, staff, data, note } = await read(event, 'lock');
		const number = (name: string) => WholeNumber.safeParse(textOf(data, name)).data;
		const locked = draws.Locked.safeParse({
			digest: textOf(data, 'digest'),
			listed: number('listed'),
			eligible: number('eligible'),
			teams: number('teams'),
			wanted: number('wanted'),
			stratified: data.has('stratified'),
			asOf: textOf(data, 'asOf')
		});
		if (!locked.success) return fail(400, { refusal: 'not-whole' as const });
		const outcome = draws.lock(db, course.id, locked.data, staff.id, today());
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('draw-locked', `${course.name}: ${locked.data.digest.slice(0, 16)}`);
		return { done: 'locked' as const };
	},

	type: async (event) => {
		const { db, course, staff, data, note } = await read(event, 'type');
		const number = z
			.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number))
			.safeParse(textOf(data, 'number').trim());
		if (!number.success) return fail(400, { refusal: 'no-number' as const });
		const outcome = draws.type(db, course.id, staff.id, number.data, today());
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('draw-number-typed', course.name);
		if (outcome.drawn) note('draw-made', course.name);
		return { done: outcome.drawn ? ('drawn' as const) : ('typed' as const) };
	},

	restart: async (event) => {
		const { db, course, staff, data, note } = await read(event, 'restart');
		const given = textOf(data, 'reason');
		const reason = Reason.safeParse(given);
		if (!reason.success) return fail(400, { given, refusal: 'no-reason' as const });
		const outcome = draws.restart(db, course.id, reason.data, staff.id, today());
		if (!outcome.ok) return fail(409, { given, refusal: outcome.reason });
		note('draw-restarted', course.name);
		return { done: 'restarted' as const };
	}
};

async function read(event: RequestEvent, action: string) {
	return { ...inCourse(event, action), data: await event.request.formData() };
}
