import * as oidc from '$lib/server/oidc.ts';
import { isSecure, secureName } from '$lib/server/session.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { houseOf } from '../door.ts';

export const GET: RequestHandler = async (event) => {
	const { db, plan } = houseOf(event);
	const login = oidc.loginOf(plan.municipality);
	if (!login) error(404);
	const intern = `/${plan.municipality}/intern`;
	const begun = await oidc.begin(db, login, {
		redirect: `${event.url.origin}${intern}/oidc/retur`,
		now: new Date()
	});
	if (!begun) redirect(303, `${intern}/log-ind?afvist=unreachable`);
	event.cookies.set(secureName(oidc.COOKIE, isSecure(event.url)), begun.cookie, {
		path: `${intern}/oidc`,
		httpOnly: true,
		secure: isSecure(event.url),
		sameSite: 'lax',
		maxAge: oidc.ATTEMPT_MINUTES * 60
	});
	redirect(303, begun.url);
};
