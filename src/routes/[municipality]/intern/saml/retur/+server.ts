import * as saml from '$lib/server/staff/own-login/saml.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';
import { refuse } from '../../signing-in.ts';
import { addresses, internOf, ownLogin } from '../../own-login.ts';

/**
 * The login's answer, posted from its own site: a browser sends none of our cookies along. So it is only kept here, and the
 * browser comes on to `ind`, with the cookie that the sign-in began with.
 */
export const POST: RequestHandler = async (event) => {
	const { db } = municipalityOf(event);
	const login = ownLogin(event, 'saml');
	const answer = (await event.request.formData()).get('SAMLResponse');
	const accepted = await saml.accept(db, login, {
		answer: typeof answer === 'string' ? answer : '',
		addresses: addresses(event),
		now: new Date()
	});
	if (!accepted) return refuse(event, 'not-begun-here');
	redirect(303, `${internOf(event)}/saml/ind?billet=${accepted.ticket}`);
};
