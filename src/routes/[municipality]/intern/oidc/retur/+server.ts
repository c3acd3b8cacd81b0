import { today } from '$lib/server/core/environment.ts';
import * as oidc from '$lib/server/staff/oidc.ts';
import * as trial from '$lib/server/staff/own-login/trial.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';
import { admitted, refuse } from '../../signing-in.ts';
import { internOf, mayTry, ownLogin, TRIAL, TRIAL_PAGE, wayCookies } from '../../own-login.ts';

export const GET: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'oidc');
	const { take } = wayCookies(event, 'oidc', oidc.ATTEMPT_MINUTES);
	const [cookie, til] = [take(oidc.COOKIE), take(oidc.WAY_COOKIE)];
	const come = await oidc.claimsOf(db, login, { url: event.url, cookie, now: new Date() });
	const finished = come.ok ? oidc.admit(login, come.claims) : come;
	if (til === TRIAL) {
		mayTry(event);
		const given = come.ok ? oidc.namesIn(come.claims[login.rolesClaim]) : [];
		const level = come.ok ? come.claims.acr : undefined;
		trial.note(db, login, trial.told(finished, { on: today(), given, level }));
		redirect(303, `${internOf(event)}${TRIAL_PAGE}`);
	}
	if (!trial.isInUse(db, login)) error(404);
	return finished.ok ? admitted(event, finished.person, { til }) : refuse(event, finished.reason);
};
