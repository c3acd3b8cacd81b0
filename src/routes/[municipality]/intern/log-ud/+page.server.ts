import { usedLogin } from '$lib/server/staff/own-login/trial.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { municipalityOf } from '../authorise.ts';
import { leaveBoth } from '../signing-in.ts';
import { internOf } from '../own-login.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = municipalityOf(event);
	const own = usedLogin(db, plan.municipality);
	return {
		isIn: event.locals.session !== undefined,
		own: own && { kind: own.kind, label: own.label },
		/** The page goes on to the login by itself: a form may not, as it would be sent to another site. */
		goesOn: event.url.searchParams.get('ogsaa') === '',
		isOutThere: { ja: true, nej: false }[event.url.searchParams.get('ogsaa') ?? '']
	};
};

export const actions: Actions = {
	default: async (event) => {
		const on = await leaveBoth(event);
		// An OpenID provider asks whether one is sure, so the page asks first.
		redirect(303, `${internOf(event)}/log-ud${on === '/saml/log-ud' ? '?ogsaa' : ''}`);
	}
};
