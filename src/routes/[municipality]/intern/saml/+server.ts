import * as saml from '$lib/server/staff/own-login/saml.ts';
import { isInUse } from '$lib/server/staff/own-login/trial.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../authorise.ts';
import { addresses, mayTry, ownLogin, setOut, TRIAL, wayCookies } from '../own-login.ts';

export const GET: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'saml');
	const trial = event.url.searchParams.has(TRIAL);
	if (trial) mayTry(event);
	else if (!isInUse(db, login)) error(404);
	setOut(event);
	const { url, cookie } = await saml.begin(db, login, {
		addresses: addresses(event),
		trial,
		now: new Date()
	});
	const { keep } = wayCookies(event, 'saml', saml.ATTEMPT_MINUTES);
	keep(saml.COOKIE, cookie);
	// Where they were going, for when they are back.
	keep(saml.WAY_COOKIE, event.url.searchParams.get('til') ?? '');
	redirect(303, url);
};
