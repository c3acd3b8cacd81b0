import { environment } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import { usedLogin } from '$lib/server/staff/own-login/trial.ts';
import * as signIn from '$lib/server/staff/sign-in.ts';
import * as users from '$lib/server/staff/users.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { municipalityOf } from '../authorise.ts';
import { enter, knownBrowser } from '../signing-in.ts';

const Credentials = z.object({
	email: z.string().check(z.maxLength(254)),
	password: z.string().check(z.maxLength(512))
});

export const load: PageServerLoad = (event) => {
	const { db, plan } = municipalityOf(event);
	if (event.locals.session?.step === 'done') redirect(303, `/${plan.municipality}/intern`);
	const own = usedLogin(db, plan.municipality);
	return {
		own: own && { kind: own.kind, label: own.label },
		refused: event.url.searchParams.get('afvist'),
		demo: demoUsers(db).map(({ id, name, roles }) => ({ id, name, roles }))
	};
};

export const actions: Actions = {
	password: async (event) => {
		const { db } = municipalityOf(event);
		const form = Credentials.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { email: '', reason: 'wrong' as const, minutes: 0 });
		const outcome = await signIn.withPassword(db, {
			...form.data,
			network: networkOf(event),
			device: knownBrowser(event),
			now: new Date()
		});
		if (outcome.ok) {
			const { user, step } = outcome;
			return enter(event, { user: user.id, step, til: event.url.searchParams.get('til') });
		}
		const { reason, retryAfterMinutes } = outcome;
		const status = reason === 'throttled' ? 429 : 400;
		return fail(status, { email: form.data.email, reason, minutes: retryAfterMinutes });
	},

	// Two locks: the server says it is a demo, and so does the user.
	demo: async (event) => {
		const { db } = municipalityOf(event);
		const id = (await event.request.formData()).get('user');
		const user = demoUsers(db).find((each) => each.id === id);
		if (!user) error(403);
		return enter(event, { user: user.id, step: 'done', til: event.url.searchParams.get('til') });
	}
};

const demoUsers = (db: Parameters<typeof users.list>[0]): users.User[] =>
	environment().DEMO ? users.list(db).filter((user) => user.demo && user.active) : [];
