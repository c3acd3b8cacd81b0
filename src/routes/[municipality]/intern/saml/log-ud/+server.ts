import * as audit from '$lib/server/core/audit.ts';
import * as signOut from '$lib/server/staff/own-login/sign-out.ts';
import { NotTrusted } from '$lib/server/staff/own-login/xml.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';
import { addresses, internOf, ownLogin, wayCookies } from '../../own-login.ts';

/** On to the login with our request, back from it with its answer, or here with its own request. */
export const GET: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'saml');
	const page = `${internOf(event)}/log-ud`;
	const way = wayCookies(event, 'saml', signOut.SIGN_OUT_MINUTES);
	const cookie = way.take(signOut.SIGN_OUT_COOKIE);
	const given = { cookie, addresses: addresses(event), now: new Date() };
	if (event.url.search === '') {
		const url = await signOut.goUrl(db, login, given);
		if (url && cookie !== undefined) way.keep(signOut.SIGN_OUT_COOKIE, cookie);
		redirect(303, url ?? page);
	}
	const heard = await signOut
		.hear(db, login, { ...given, query: event.url.search.slice(1) })
		.catch((reason: unknown) => {
			if (reason instanceof NotTrusted) return undefined;
			throw reason;
		});
	// A stranger's letter: nobody has signed out, and nobody is told that they have.
	if (!heard) error(400);
	if (heard.kind === 'answer') redirect(303, `${page}?ogsaa=${heard.isOut ? 'ja' : 'nej'}`);
	if (heard.ended > 0) audit.log(db, { who: null, what: 'signed-out', ...audit.moment(given.now) });
	redirect(303, heard.back);
};
