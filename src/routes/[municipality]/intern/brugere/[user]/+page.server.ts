import * as audit from '$lib/server/core/audit.ts';
import * as invitations from '$lib/server/staff/invitations.ts';
import { isRole, ROLES } from '$lib/server/staff/access/role.ts';
import * as session from '$lib/server/staff/session.ts';
import * as totp from '$lib/server/staff/totp.ts';
import * as users from '$lib/server/staff/users.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../asking.ts';
import { authorise } from '../../authorise.ts';
import { rolesInWords } from '../words.ts';

export const load: PageServerLoad = (event) => {
	const { db, staff, user } = asked(event);
	return {
		user,
		isSelf: user.id === staff.id,
		roles: ROLES,
		sessions: session.list(db, user.id, { now: new Date() }).length
	};
};

export const actions: Actions = {
	setRoles: async (event) => {
		const { db, staff, user, note } = asked(event, 'setRoles');
		const roles = (await event.request.formData()).getAll('role').map(String).filter(isRole);
		const outcome = users.setRoles(db, user.id, roles, staff.id);
		if (!outcome.ok) return fail(400, { reason: outcome.reason });
		const [before, after] = await Promise.all([rolesInWords(user.roles), rolesInWords(roles)]);
		note('roles-changed', `${user.email}: ${before} → ${after}`);
		return { done: 'rolesSet' as const };
	},

	invite: (event) => link(event, 'invite', 'invitation'),
	resetPassword: (event) => link(event, 'resetPassword', 'password'),

	resetSecondFactor: async (event) => {
		const { db, user, note, refused } = another(event, 'resetSecondFactor');
		if (refused) return fail(400, { reason: refused });
		const ask = askFirst(event, await event.request.formData(), 'resetSecondFactor');
		if (ask) return ask;
		totp.remove(db, user.id);
		session.endAll(db, user.id);
		note('second-factor-reset');
		return { done: 'secondReset' as const };
	},

	endSessions: (event) => {
		const { db, user, note } = asked(event, 'endSessions');
		session.endAll(db, user.id);
		note('sessions-ended');
		return { done: 'sessionsEnded' as const };
	},

	deactivate: (event) => {
		const { db, staff, user, note } = asked(event, 'deactivate');
		const outcome = users.deactivate(db, user.id, staff.id);
		if (!outcome.ok) return fail(400, { reason: outcome.reason });
		note('user-deactivated');
		return { done: 'deactivatedNow' as const };
	},

	reactivate: (event) => {
		const { db, user, note } = asked(event, 'reactivate');
		users.reactivate(db, user.id);
		note('user-reactivated');
		return { done: 'reactivated' as const };
	}
};

/** A new link to choose a password: nobody but its holder ever knows the password. */
function link(event: RequestEvent, action: string, kind: invitations.Kind) {
	const { db, plan, user, note, refused } = another(event, action);
	if (refused) return fail(400, { reason: refused });
	const token = invitations.make(db, user.id, { kind, now: new Date() });
	note(kind === 'invitation' ? 'user-invited-again' : 'password-reset');
	return { kind, link: `${event.url.origin}/${plan.municipality}/intern/invitation#${token}` };
}

/** Only for someone else, who is active and signs in here. */
function another(event: RequestEvent, action: string) {
	const found = asked(event, action);
	const { staff, user } = found;
	const refused =
		user.id === staff.id
			? 'own-access'
			: user.ownLogin
				? 'own-login'
				: user.active
					? undefined
					: 'deactivated-user';
	return {
		...found,
		refused: refused as 'own-access' | 'own-login' | 'deactivated-user' | undefined
	};
}

function asked(event: RequestEvent, action?: string) {
	const authorised = authorise(event, action);
	const { db, staff } = authorised;
	const user = users.find(db, event.params.user ?? '');
	if (!user) error(404);
	const note = (what: audit.Deed, about = user.email) =>
		audit.log(db, { who: staff.id, what, about, ...audit.moment(new Date()) });
	return { ...authorised, user, note };
}
