import { lastDay, monthOf } from '$lib/calendar.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf, WholeNumber, wrongFields } from '$lib/server/core/form-data.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { asReviewer } from '../../interviewing.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, staff } = asReviewer(event);
	if (!plan.interviews) error(404);
	const { kinds } = plan.interviews;
	const asked = event.url.searchParams.get('slags');
	const kind = kinds.find(({ id }) => id === asked) ?? kinds[0];
	if (!kind) error(404);
	const due = event.url.searchParams.get('senest') ?? '';
	const dueOn = /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : lastDay(monthOf(today()));
	const candidates = courses.candidates(db);
	const chairs = candidates.filter(({ role }) => role === 'chair');
	return {
		kinds: kinds.map(({ id, name, citizens, interviewers, source }) => ({
			id,
			name: name.da,
			citizens,
			interviewers,
			passage: source.kind === 'ours' ? '' : source.passage
		})),
		kind: kind.id,
		wanted: kind.citizens,
		dueOn,
		candidates,
		// A draw takes a chair: where there is one alone, it is that one.
		usual: [staff.id, ...(chairs.length === 1 ? chairs.map(({ id }) => id) : [])]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, plan, note } = asReviewer(event, 'default');
		const data = await event.request.formData();
		const given = {
			kind: textOf(data, 'kind'),
			name: textOf(data, 'name'),
			wanted: textOf(data, 'wanted'),
			dueOn: textOf(data, 'dueOn'),
			participants: textsOf(data, 'participants')
		};
		const begun = courses.Begun.safeParse({
			...given,
			wanted: WholeNumber.safeParse(given.wanted).data
		});
		if (!begun.success) return fail(400, { given, wrong: wrongFields(begun.error) });
		const outcome = courses.begin(db, plan, begun.data, today());
		if (!outcome.ok) return fail(400, { given, wrong: [outcome.reason] });
		note('interview-course-begun', begun.data.name);
		redirect(303, `/${plan.municipality}/intern/interviewforloeb/${outcome.id}`);
	}
};
