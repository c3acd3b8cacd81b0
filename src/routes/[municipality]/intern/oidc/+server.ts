import * as oidc from '$lib/server/staff/oidc.ts';
import { isInUse } from '$lib/server/staff/own-login/trial.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../authorise.ts';
import { internOf, mayTry, ownLogin, setOut, TRIAL, TRIAL_PAGE, wayCookies } from '../own-login.ts';

export const GET: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'oidc');
	const isTrial = event.url.searchParams.has(TRIAL);
	if (isTrial) mayTry(event);
	else if (!isInUse(db, login)) error(404);
	setOut(event);
	const intern = internOf(event);
	const begun = await oidc.begin(db, login, {
		redirect: `${event.url.origin}${intern}/oidc/retur`,
		now: new Date()
	});
	if (!begun) redirect(303, `${intern}${isTrial ? TRIAL_PAGE : '/log-ind'}?afvist=unreachable`);
	const { keep } = wayCookies(event, 'oidc', oidc.ATTEMPT_MINUTES);
	keep(oidc.COOKIE, begun.cookie);
	// Where they were going, for when they are back.
	keep(oidc.WAY_COOKIE, isTrial ? TRIAL : (event.url.searchParams.get('til') ?? ''));
	redirect(303, begun.url);
};
