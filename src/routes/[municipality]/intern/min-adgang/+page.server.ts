import * as audit from '$lib/server/audit.ts';
import * as password from '$lib/server/password.ts';
import * as recovery from '$lib/server/recovery.ts';
import * as session from '$lib/server/session.ts';
import * as signIn from '$lib/server/sign-in.ts';
import * as totp from '$lib/server/totp.ts';
import * as users from '$lib/server/users.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../door.ts';
import { leave, upgrade } from '../entrance.ts';

const Ending = z.object({ key: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
const Confirmation = z.object({ current: z.string().check(z.maxLength(512)) });
const Change = z.extend(Confirmation, { password: z.string().check(z.maxLength(512)) });

const minute = new Intl.DateTimeFormat('da-DK', {
	timeZone: 'Europe/Copenhagen',
	dateStyle: 'medium',
	timeStyle: 'short'
});

export const load: PageServerLoad = (event) => {
	const { db, staff, session: found } = authorise(event);
	const user = users.find(db, staff.id);
	return {
		ownLogin: user?.ownLogin ?? false,
		hasSecondFactor: user?.hasSecondFactor ?? false,
		recoveryLeft: recovery.left(db, staff.id),
		idle: session.SESSION_IDLE_MINUTES,
		hours: session.SESSION_HOURS,
		sessions: session
			.list(db, staff.id, { now: new Date(), id: found.id })
			.map(({ startedAt, usedAt, ...rest }) => ({
				...rest,
				started: minute.format(startedAt),
				used: minute.format(usedAt)
			}))
	};
};

export const actions: Actions = {
	end: async (event) => {
		const { db, staff } = authorise(event, 'end');
		const form = Ending.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		session.endOne(db, staff.id, form.data.key);
		audit.log(db, { who: staff.id, what: 'sessions-ended', ...audit.moment(new Date()) });
		return { done: 'ended' as const };
	},

	endAll: async (event) => {
		const { db, staff, plan } = authorise(event, 'endAll');
		session.endAll(db, staff.id);
		audit.log(db, { who: staff.id, what: 'sessions-ended', ...audit.moment(new Date()) });
		await leave(event);
		redirect(303, `/${plan.municipality}/intern/log-ud`);
	},

	changePassword: async (event) => {
		const { db, staff, plan } = ownAccess(event, 'changePassword');
		const form = Change.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(db, staff.id, form.data.current);
		if (refused) return refused;
		const about = [staff.name, staff.email, plan.name];
		const reason = await password.weakness(form.data.password, about);
		if (reason) return fail(400, { reason, minutes: 0 });
		users.setPassword(db, staff.id, await password.hash(form.data.password));
		session.endAll(db, staff.id);
		await upgrade(event, { user: staff.id, step: 'done' });
		audit.log(db, { who: staff.id, what: 'password-changed', ...audit.moment(new Date()) });
		return { done: 'changed' as const };
	},

	renewRecoveryCodes: async (event) => {
		const { db, staff } = ownAccess(event, 'renewRecoveryCodes');
		const form = Confirmation.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(db, staff.id, form.data.current);
		if (refused) return refused;
		audit.log(db, { who: staff.id, what: 'recovery-codes-renewed', ...audit.moment(new Date()) });
		return { codes: recovery.renew(db, staff.id) };
	},

	renewSecondFactor: async (event) => {
		const { db, staff, plan } = ownAccess(event, 'renewSecondFactor');
		const form = Confirmation.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(db, staff.id, form.data.current);
		if (refused) return refused;
		totp.remove(db, staff.id);
		session.endAll(db, staff.id);
		audit.log(db, { who: staff.id, what: 'second-factor-renewed', ...audit.moment(new Date()) });
		await upgrade(event, { user: staff.id, step: 'enrol' });
		redirect(303, `/${plan.municipality}/intern/to-trin`);
	}
};

/** Those of the municipality's own login change nothing here. */
function ownAccess(event: RequestEvent, action: string) {
	const authorised = authorise(event, action);
	if (users.find(authorised.db, authorised.staff.id)?.ownLogin) error(403);
	return authorised;
}

async function refusal(db: Parameters<typeof signIn.again>[0], user: string, current: string) {
	const outcome = await signIn.again(db, user, { password: current, now: new Date() });
	if (outcome.ok) return undefined;
	const { reason, retryAfterMinutes } = outcome;
	return fail(reason === 'throttled' ? 429 : 400, { reason, minutes: retryAfterMinutes });
}
