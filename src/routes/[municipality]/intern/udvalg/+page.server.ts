import * as audit from '$lib/server/core/audit.ts';
import * as committee from '$lib/server/staff/committee.ts';
import { textOf, wrongFields } from '$lib/server/core/form-data.ts';
import { today } from '$lib/server/core/environment.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	return {
		terms: committee.list(db),
		mendable: committee.mendable(db, today()),
		today: today(),
		inPlan: plan.committee,
		mayChange: may({ step: 'done', roles: session.staff.roles }, event.route.id, 'begin')
	};
};

export const actions: Actions = {
	begin: async (event) => {
		const { db, note } = asked(event, 'begin');
		const { given, term } = await read(event);
		if (!term.success) return fail(400, { given, wrong: wrongFields(term.error) });
		const outcome = committee.begin(db, term.data);
		if (!outcome.ok) return fail(400, { given, wrong: [outcome.reason] });
		note(term.data);
		return { saved: true };
	},

	mend: async (event) => {
		const { db, note } = asked(event, 'mend');
		const { given, term } = await read(event);
		if (!term.success) return fail(400, { mended: given, wrong: wrongFields(term.error) });
		const outcome = committee.mend(db, given.id, term.data, today());
		if (!outcome.ok) return fail(400, { mended: given, wrong: [outcome.reason] });
		note(term.data);
		return { saved: true };
	}
};

async function read({ request }: RequestEvent) {
	const data = await request.formData();
	const given = {
		id: Number(textOf(data, 'id')),
		name: textOf(data, 'name'),
		chair: textOf(data, 'chair'),
		members: textOf(data, 'members'),
		from: textOf(data, 'from')
	};
	const members = given.members.split('\n').filter((line) => line.trim() !== '');
	const { name, chair, from } = given;
	return { given, term: committee.Term.safeParse({ name, chair, members, from }) };
}

function asked(event: RequestEvent, action: string) {
	const authorised = authorise(event, action);
	const note = ({ chair, from }: committee.Term) =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what: 'committee-changed',
			about: `${from}: ${chair}`,
			...audit.moment(new Date())
		});
	return { ...authorised, note };
}
