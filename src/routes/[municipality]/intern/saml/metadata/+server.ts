import { metadataOf } from '$lib/server/staff/own-login/service-provider.ts';
import type { RequestHandler } from './$types';
import { addresses, ownLogin } from '../../own-login.ts';

export const GET: RequestHandler = (event) =>
	new Response(metadataOf(ownLogin(event, 'saml'), addresses(event)), {
		headers: { 'content-type': 'application/samlmetadata+xml; charset=utf-8' }
	});
