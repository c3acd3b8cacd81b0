import * as oidc from '$lib/server/staff/oidc.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { internOf, ownLogin } from '../../own-login.ts';

export const GET: RequestHandler = async (event) => {
	const back = `${internOf(event)}/log-ud`;
	const url = await oidc.signOutUrl(ownLogin(event, 'oidc'), `${event.url.origin}${back}`);
	redirect(303, url ?? back);
};
