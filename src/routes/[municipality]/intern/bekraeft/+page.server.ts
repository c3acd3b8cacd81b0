import * as keyring from '$lib/server/core/keyring.ts';
import * as signIn from '$lib/server/staff/sign-in.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions } from './$types';
import { authorise } from '../authorise.ts';
import { enter } from '../signing-in.ts';

const Answer = z.object({ code: z.string().check(z.maxLength(64)) });

export const actions: Actions = {
	code: (event) => answer(event, 'code'),
	recovery: (event) => answer(event, 'recovery')
};

async function answer(event: RequestEvent, kind: 'code' | 'recovery') {
	const { db, keysFolder, staff } = authorise(event, kind);
	const form = Answer.safeParse(Object.fromEntries(await event.request.formData()));
	const outcome = signIn.withSecondFactor(db, staff.id, {
		kind,
		code: form.success ? form.data.code : '',
		key: keyring.staffKey(db, keysFolder),
		now: new Date()
	});
	if (outcome.ok) {
		return enter(event, { user: staff.id, step: 'done', til: event.url.searchParams.get('til') });
	}
	const { reason, retryAfterMinutes } = outcome;
	return fail(reason === 'throttled' ? 429 : 400, { kind, reason, minutes: retryAfterMinutes });
}
