import * as oidc from '$lib/server/staff/oidc.ts';
import { isSecure, secureName } from '$lib/server/staff/session.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../authorise.ts';

export const GET: RequestHandler = async (event) => {
	const { db, plan } = municipalityOf(event);
	const login = oidc.loginOf(plan.municipality);
	if (!login) error(404);
	const intern = `/${plan.municipality}/intern`;
	const begun = await oidc.begin(db, login, {
		redirect: `${event.url.origin}${intern}/oidc/retur`,
		now: new Date()
	});
	if (!begun) redirect(303, `${intern}/log-ind?afvist=unreachable`);
	const secure = isSecure(event.url);
	const keep = (name: string, value: string): void =>
		event.cookies.set(secureName(name, secure), value, {
			path: `${intern}/oidc`,
			httpOnly: true,
			secure,
			sameSite: 'lax',
			maxAge: oidc.ATTEMPT_MINUTES * 60
		});
	keep(oidc.COOKIE, begun.cookie);
	// Where they were going, for when they are back.
	keep(oidc.WAY_COOKIE, event.url.searchParams.get('til') ?? '');
	redirect(303, begun.url);
};
