import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import * as invitations from '$lib/server/staff/invitations.ts';
import { isRole, ROLES } from '$lib/server/staff/access/role.ts';
import * as users from '$lib/server/staff/users.ts';
import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { rolesInWords } from './words.ts';

const Invited = z.object({
	name: z.string().check(z.trim(), z.minLength(1, 'bad-name'), z.maxLength(100, 'bad-name')),
	email: z.email('bad-email').check(z.maxLength(254, 'bad-email'))
});

export const load: PageServerLoad = (event) => {
	const { db } = authorise(event);
	return { users: users.list(db), roles: ROLES };
};

export const actions: Actions = {
	invite: async (event) => {
		const { db, plan, staff } = authorise(event, 'invite');
		const now = new Date();
		const data = await event.request.formData();
		const roles = data.getAll('role').map(String).filter(isRole);
		const given = { name: String(data.get('name')), email: String(data.get('email')), roles };
		const form = Invited.safeParse(given);
		if (!form.success) {
			const reason = form.error.issues[0]?.message === 'bad-name' ? 'bad-name' : 'bad-email';
			return fail(400, { ...given, reason: reason as 'bad-name' | 'bad-email' });
		}
		const added = users.add(db, { ...form.data, roles, today: today() });
		if (!added.ok) return fail(400, { ...given, reason: added.reason });
		const { user } = added;
		audit.log(db, {
			who: staff.id,
			what: 'user-invited',
			about: `${user.email}: ${await rolesInWords(roles)}`,
			...audit.moment(now)
		});
		const token = invitations.make(db, user.id, { kind: 'invitation', now });
		return {
			link: `${event.url.origin}/${plan.municipality}/intern/invitation#${token}`,
			days: invitations.INVITATION_DAYS,
			to: user.name
		};
	}
};
