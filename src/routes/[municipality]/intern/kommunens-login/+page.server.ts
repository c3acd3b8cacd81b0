import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { checksOf, namesByRole } from '$lib/server/staff/own-login/checks.ts';
import { loginOf } from '$lib/server/staff/own-login/configuration.ts';
import * as trial from '$lib/server/staff/own-login/trial.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { addresses, internOf } from '../own-login.ts';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = authorise(event);
	const intern = `${event.url.origin}${internOf(event)}`;
	const { answer, signOut } = addresses(event);
	const login = loginOf(plan.municipality);
	return {
		// What is handed in where the login is set up: it is the same before there is a login.
		handedIn: {
			saml: { metadata: `${intern}/saml/metadata`, answer, signOut },
			oidc: { answer: `${intern}/oidc/retur`, signOut: `${intern}/log-ud` }
		},
		unreachable: event.url.searchParams.get('afvist') === 'unreachable',
		login: login && {
			kind: login.kind,
			label: login.label,
			isOnTrial: login.trial,
			isInUse: trial.isInUse(db, login),
			assurance: login.kind === 'saml' ? login.assurance : undefined,
			checks: await checksOf(login, { intern: new URL(intern), today: today() }),
			roles: namesByRole(login),
			tried: trial.lastTrial(db, login)
		}
	};
};

export const actions: Actions = {
	use: (event) => {
		const { db, login } = found(event, 'use');
		if (!trial.takeIntoUse(db, login)) return fail(400, { reason: 'not-tried' as const });
		note(event, 'own-login-used');
		return { done: 'used' as const };
	},
	pause: (event) => {
		const { db } = found(event, 'pause');
		trial.takeOutOfUse(db);
		note(event, 'own-login-paused');
		return { done: 'paused' as const };
	}
};

function found(event: RequestEvent, action: string) {
	const { db, plan, staff } = authorise(event, action);
	const login = loginOf(plan.municipality);
	// Without `trial` it is in use by the configuration itself.
	if (!login?.trial) error(404);
	return { db, login, staff };
}

function note(event: RequestEvent, what: 'own-login-used' | 'own-login-paused'): void {
	const { db, staff } = authorise(event);
	audit.log(db, { who: staff.id, what, ...audit.moment(new Date()) });
}
