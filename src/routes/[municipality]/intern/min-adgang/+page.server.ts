import * as audit from '$lib/server/core/audit.ts';
import * as keyring from '$lib/server/core/keyring.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { accessOf } from '$lib/server/notices/access.ts';
import * as addresses from '$lib/server/notices/addresses.ts';
import * as password from '$lib/server/staff/password.ts';
import * as recovery from '$lib/server/staff/recovery.ts';
import * as session from '$lib/server/staff/session.ts';
import * as signIn from '$lib/server/staff/sign-in.ts';
import * as totp from '$lib/server/staff/totp.ts';
import * as users from '$lib/server/staff/users.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise, municipalityOf } from '../authorise.ts';
import { leave, upgrade } from '../signing-in.ts';

const text = z.string().check(z.maxLength(512));
const Confirmation = z.object({ current: z._default(text, '') });
const Ending = z.extend(Confirmation, { key: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
const Change = z.extend(Confirmation, { password: text });
const Renewal = z.extend(Confirmation, { code: text });

const minute = new Intl.DateTimeFormat('da-DK', {
	timeZone: 'Europe/Copenhagen',
	dateStyle: 'medium',
	timeStyle: 'short'
});

export const load: PageServerLoad = (event) => {
	const { db, plan, staff, session: found } = authorise(event);
	const user = users.find(db, staff.id);
	return {
		ownLogin: user?.ownLogin ?? false,
		hasSecondFactor: user?.hasSecondFactor ?? false,
		notices: {
			address: addresses.of(db, staff.id),
			isPossible: accessOf(plan.municipality)?.relay !== undefined
		},
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
		const refused = await refusal(event, form.data);
		if (refused) return refused;
		session.endOne(db, staff.id, form.data.key);
		note(event, 'sessions-ended');
		return { done: 'ended' as const };
	},

	endAll: async (event) => {
		const { db, staff, plan } = authorise(event, 'endAll');
		const form = Confirmation.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(event, form.data);
		if (refused) return refused;
		session.endAll(db, staff.id);
		note(event, 'sessions-ended');
		await leave(event);
		redirect(303, `/${plan.municipality}/intern/log-ud`);
	},

	changePassword: async (event) => {
		const { db, staff, plan } = ownAccess(event, 'changePassword');
		const form = Change.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(event, form.data);
		if (refused) return refused;
		const about = [staff.name, staff.email, plan.name];
		const reason = await password.weakness(form.data.password, about);
		if (reason) return fail(400, { reason, minutes: 0 });
		users.setPassword(db, staff.id, await password.hash(form.data.password));
		session.endAll(db, staff.id);
		note(event, 'password-changed');
		await upgrade(event, { user: staff.id, step: 'done' });
		return { done: 'changed' as const };
	},

	renewRecoveryCodes: async (event) => {
		const { db, staff } = ownAccess(event, 'renewRecoveryCodes');
		const form = Renewal.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(event, form.data);
		if (refused) return refused;
		note(event, 'recovery-codes-renewed');
		return { codes: recovery.renew(db, staff.id) };
	},

	notify: async (event) => {
		const { db, staff, plan } = authorise(event, 'notify');
		if (!accessOf(plan.municipality)?.relay) error(404);
		const typed = textOf(await event.request.formData(), 'address');
		const address = addresses.Address.safeParse(typed);
		if (!address.success) return fail(400, { wrongAddress: typed.slice(0, 200) });
		addresses.put(db, staff.id, address.data);
		note(event, 'notices-on');
		return { noticed: 'on' as const };
	},

	unnotify: (event) => {
		const { db, staff } = authorise(event, 'unnotify');
		addresses.remove(db, staff.id);
		note(event, 'notices-off');
		return { noticed: 'off' as const };
	},

	renewSecondFactor: async (event) => {
		const { db, staff, plan } = ownAccess(event, 'renewSecondFactor');
		const form = Renewal.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400);
		const refused = await refusal(event, form.data);
		if (refused) return refused;
		totp.remove(db, staff.id);
		session.endAll(db, staff.id);
		note(event, 'second-factor-renewed');
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

/** Who they are is asked once more; of those who have a password, that is. */
async function refusal(event: RequestEvent, form: { current: string; code?: string }) {
	const { db, keysFolder } = municipalityOf(event);
	const user = event.locals.session?.staff.id ?? '';
	if (users.find(db, user)?.ownLogin) return undefined;
	const outcome = await signIn.again(db, user, {
		password: form.current,
		second:
			form.code === undefined
				? undefined
				: { code: form.code, key: keyring.staffKey(db, keysFolder) },
		now: new Date()
	});
	if (outcome.ok) return undefined;
	const { reason, retryAfterMinutes } = outcome;
	return fail(reason === 'throttled' ? 429 : 400, { reason, minutes: retryAfterMinutes });
}

function note(event: RequestEvent, what: audit.Deed): void {
	const who = event.locals.session?.staff.id ?? null;
	audit.log(municipalityOf(event).db, { who, what, ...audit.moment(new Date()) });
}
