import * as audit from '$lib/server/core/audit.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as invitations from '$lib/server/staff/invitations.ts';
import * as password from '$lib/server/staff/password.ts';
import * as signIn from '$lib/server/staff/sign-in.ts';
import * as totp from '$lib/server/staff/totp.ts';
import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions } from './$types';
import { municipalityOf } from '../authorise.ts';
import { enter } from '../signing-in.ts';

const Acceptance = z.object({
	token: z.string().check(z.maxLength(100)),
	password: z.string().check(z.maxLength(512))
});

export const actions: Actions = {
	default: async (event) => {
		const { db, plan } = municipalityOf(event);
		const now = new Date();
		const form = Acceptance.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { reason: 'expired' as const, token: '', minutes: 0 });
		const { token } = form.data;
		const seconds = signIn.tryLink(networkOf(event), now);
		if (seconds > 0) {
			return fail(429, { reason: 'throttled' as const, token, minutes: Math.ceil(seconds / 60) });
		}
		const invited = invitations.find(db, token, now);
		if (!invited) return fail(400, { reason: 'expired' as const, token: '', minutes: 0 });
		const about = [invited.name, invited.email, plan.name];
		const weakness = await password.weakness(form.data.password, about);
		if (weakness) return fail(400, { reason: weakness, token, minutes: 0 });
		const hash = await password.hash(form.data.password);
		const user = invitations.accept(db, token, hash, now);
		if (!user) return fail(400, { reason: 'expired' as const, token: '', minutes: 0 });
		audit.log(db, { who: user.id, what: 'password-set', ...audit.moment(now) });
		return enter(event, {
			user: user.id,
			step: totp.isSetUp(db, user.id) ? 'second-factor' : 'enrol'
		});
	}
};
