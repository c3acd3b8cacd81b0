import * as audit from '$lib/server/core/audit.ts';
import * as keyring from '$lib/server/core/keyring.ts';
import * as recovery from '$lib/server/staff/recovery.ts';
import * as signIn from '$lib/server/staff/sign-in.ts';
import * as totp from '$lib/server/staff/totp.ts';
import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { upgrade } from '../signing-in.ts';

const Answer = z.object({ code: z.string().check(z.maxLength(64)) });

export const load: PageServerLoad = (event) => {
	// Once it is set up, the page only shows what the action gave.
	if (event.locals.session?.step === 'done') return { enrolment: undefined };
	const { db, keysFolder, plan, staff } = authorise(event);
	const issuer = `Øjenhøjde ${plan.name}`;
	return { enrolment: totp.enrol(db, staff, { key: keyring.staffKey(db, keysFolder), issuer }) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, keysFolder, staff } = authorise(event, 'default');
		const form = Answer.safeParse(Object.fromEntries(await event.request.formData()));
		const now = new Date();
		const outcome = signIn.withSecondFactor(db, staff.id, {
			kind: 'first-code',
			code: form.success ? form.data.code : '',
			key: keyring.staffKey(db, keysFolder),
			now
		});
		if (!outcome.ok) {
			const { reason, retryAfterMinutes } = outcome;
			return fail(reason === 'throttled' ? 429 : 400, { reason, minutes: retryAfterMinutes });
		}
		audit.log(db, { who: staff.id, what: 'second-factor-set-up', ...audit.moment(now) });
		const codes = recovery.renew(db, staff.id);
		await upgrade(event, { user: staff.id, step: 'done' });
		return { codes };
	}
};
