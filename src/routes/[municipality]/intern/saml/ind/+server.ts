import { today } from '$lib/server/core/environment.ts';
import * as saml from '$lib/server/staff/own-login/saml.ts';
import * as trial from '$lib/server/staff/own-login/trial.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';
import { admitted, refuse } from '../../signing-in.ts';
import { internOf, mayTry, ownLogin, TRIAL_PAGE, wayCookies } from '../../own-login.ts';

export const GET: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'saml');
	const { take } = wayCookies(event, 'saml', saml.ATTEMPT_MINUTES);
	const [cookie, til] = [take(saml.COOKIE), take(saml.WAY_COOKIE)];
	const ticket = event.url.searchParams.get('billet') ?? '';
	const { finished, facts, flaw, ...come } = saml.finish(db, login, {
		ticket,
		cookie,
		now: new Date()
	});
	if (come.trial) {
		mayTry(event);
		const given = facts ? saml.namesIn(login, facts) : [];
		const tried = { on: today(), given, level: facts?.level, flaw };
		trial.note(db, login, trial.told(finished, tried));
		redirect(303, `${internOf(event)}${TRIAL_PAGE}`);
	}
	if (!trial.isInUse(db, login)) error(404);
	return finished.ok
		? admitted(event, finished.person, { til, known: facts })
		: refuse(event, finished.reason);
};
