import * as oidc from '$lib/server/staff/oidc.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';

export const GET: RequestHandler = async (event) => {
	const { plan } = municipalityOf(event);
	const back = `/${plan.municipality}/intern/log-ud`;
	const login = oidc.loginOf(plan.municipality);
	const url = login && (await oidc.signOutUrl(login, `${event.url.origin}${back}`));
	redirect(303, url ?? back);
};
