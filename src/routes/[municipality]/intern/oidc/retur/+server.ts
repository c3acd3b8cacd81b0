import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import * as oidc from '$lib/server/staff/oidc.ts';
import * as users from '$lib/server/staff/users.ts';
import { isSecure, secureName } from '$lib/server/staff/session.ts';
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { municipalityOf } from '../../authorise.ts';
import { enter } from '../../signing-in.ts';

export const GET: RequestHandler = async (event) => {
	const { db, plan } = municipalityOf(event);
	const login = oidc.loginOf(plan.municipality);
	if (!login) error(404);
	const intern = `/${plan.municipality}/intern`;
	const now = new Date();
	const secure = isSecure(event.url);
	const take = (cookie: string): string | undefined => {
		const name = secureName(cookie, secure);
		const value = event.cookies.get(name);
		event.cookies.delete(name, { path: `${intern}/oidc`, secure });
		return value;
	};
	const [cookie, til] = [take(oidc.COOKIE), take(oidc.WAY_COOKIE)];
	const refuse = (who: string | null, reason: string): never => {
		audit.log(db, { who, what: 'own-login-refused', about: reason, ...audit.moment(now) });
		redirect(303, `${intern}/log-ind?afvist=${reason}`);
	};
	const finished = await oidc.finish(db, login, { url: event.url, cookie, now });
	if (!finished.ok) return refuse(null, finished.reason);
	const user = users.fromOwnLogin(db, { ...finished.person, today: today() });
	if (!user.active) return refuse(user.id, 'deactivated');
	return enter(event, { user: user.id, step: 'done', til });
};
