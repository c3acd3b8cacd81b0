import { createHash } from 'node:crypto';
import { json } from '$lib/json.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as compliance from '$lib/server/rounds/compliance.ts';
import type { Db } from '$lib/server/core/database.ts';
import { environment, today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { may } from '$lib/server/staff/access/access.ts';
import type { Role } from '$lib/server/staff/access/role.ts';
import { error } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

/** Of one field: more is a mistake. */
const TEXT_MAX = 20_000;
const Seen = z.catch(z.record(z.string(), z.string()), {});
/** Others who own a part of it write it down, and these see that it is whole and can count. */
const ENFORCERS: readonly Role[] = ['administrator', 'leader'];

export const load: PageServerLoad = (event) => {
	const { db, plan, session, staff } = authorise(event);
	const typed = compliance.typed(db);
	const shown = {
		...typed,
		controller: typed.controller || plan.name,
		telephone: typed.telephone || (plan.contacts[0]?.telephone ?? '')
	};
	return {
		shown,
		seen: JSON.stringify(
			Object.fromEntries(compliance.FIELDS.map((field) => [field, markOf(shown[field] ?? '')]))
		),
		mayEnforce: mayEnforce(staff),
		entered: compliance.read(db),
		draft: compliance.draft(db),
		isDemo: environment().DEMO,
		mayChange: may({ step: 'done', roles: session.staff.roles }, event.route.id, 'default')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const given = ofThisPerson(db, data);
		if (Object.values(given).some((text) => text.length > TEXT_MAX)) error(413);
		const day = today();
		const wrong = compliance.wrongIn(given, day);
		const entered = compliance.Compliance.safeParse(given);
		if (!entered.success || wrong.length > 0 || !mayEnforce(staff)) {
			// It takes many people and weeks to settle all of it: what there is, is kept.
			compliance.writeDraft(db, given, day);
			return { isDraft: true, wrong };
		}
		compliance.write(db, entered.data, day);
		audit.log(db, { who: staff.id, what: 'compliance-entered', ...audit.moment(new Date()) });
		return { saved: true };
	}
};

/**
 * What somebody has found out, beside what others saved meanwhile: a field that stands as this person met it is theirs who wrote
 * it last.
 */
function ofThisPerson(db: Db, data: FormData): compliance.Draft {
	const seen = Seen.parse(json(textOf(data, 'seen')));
	const now = compliance.typed(db);
	return Object.fromEntries(
		compliance.FIELDS.map((field) => {
			const text = textOf(data, field);
			const isUntouched = seen[field] === markOf(text);
			return [field, isUntouched ? now[field] || text : text];
		})
	);
}

const markOf = (text: string): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, 12);

const mayEnforce = ({ roles }: { roles: readonly Role[] }): boolean =>
	roles.some((role) => ENFORCERS.includes(role));
