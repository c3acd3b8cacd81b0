import * as audit from '$lib/server/core/audit.ts';
import * as compliance from '$lib/server/rounds/compliance.ts';
import { environment, today } from '$lib/server/core/environment.ts';
import { textOf, wrongFields } from '$lib/server/core/form-data.ts';
import { may } from '$lib/server/staff/roles.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

const FIELDS = [
	'controller',
	'controllerContact',
	'telephone',
	'basis',
	'basisRule',
	'special',
	'specialReason',
	'dpoName',
	'dpoContact',
	'assessedOn',
	'operation',
	'processor',
	'agreedOn',
	'transfers',
	'archive',
	'statement'
] as const;

/** Of one field: more is a mistake. */
const TEXT_MAX = 20_000;

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	return {
		entered: compliance.read(db),
		draft: compliance.draft(db),
		name: plan.name,
		telephone: plan.contacts[0]?.telephone,
		isDemo: environment().DEMO,
		mayChange: may({ step: 'done', roles: session.staff.roles }, event.route.id, 'default')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const given = Object.fromEntries(FIELDS.map((field) => [field, textOf(data, field)]));
		if (Object.values(given).some((text) => text.length > TEXT_MAX)) error(413);
		const entered = compliance.Compliance.safeParse(given);
		const day = today();
		// An assessment or agreement that is only planned is none.
		const future = (['assessedOn', 'agreedOn'] as const).filter((f) => (given[f] ?? '') > day);
		const wrong = [...(entered.success ? [] : wrongFields(entered.error)), ...future];
		if (!entered.success || wrong.length > 0) {
			// It takes many people and weeks to settle all of it: what there is, is kept.
			compliance.writeDraft(db, given, day);
			return { isDraft: true, wrong };
		}
		compliance.write(db, entered.data, day);
		audit.log(db, { who: staff.id, what: 'compliance-entered', ...audit.moment(new Date()) });
		return { saved: true };
	}
};
