import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as audit from '$lib/server/core/audit.ts';
import { browserOf } from '$lib/server/staff/user-agent.ts';
import * as knownBrowsers from '$lib/server/staff/known-browsers.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { today } from '$lib/server/core/environment.ts';
import { markWay, READING } from '../reading.ts';
import { municipalityOf } from './authorise.ts';
import { internOf, wayCookies } from './own-login.ts';
import type { Step } from '$lib/server/staff/access/access.ts';
import type { Person } from '$lib/server/staff/oidc.ts';
import { loginOf } from '$lib/server/staff/own-login/configuration.ts';
import * as signOut from '$lib/server/staff/own-login/sign-out.ts';
import * as session from '$lib/server/staff/session.ts';
import * as users from '$lib/server/staff/users.ts';

const DEVICE_COOKIE = 'kendt';
const STEPS: { [step in Step]: string } = {
	'second-factor': '/bekraeft',
	enrol: '/to-trin',
	done: ''
};

/** Lets a user in as far as `step`, under a new session id, and sends the browser on. */
export async function enter(
	event: RequestEvent,
	{ user, step, til }: { user: string; step: Step; til?: string | null }
): Promise<never> {
	await upgrade(event, { user, step });
	const intern = internOf(event);
	if (step === 'done') redirect(303, wayOn(til, intern));
	const on = wayOn(til, intern);
	redirect(303, `${intern}${STEPS[step]}${on === intern ? '' : `?til=${encodeURIComponent(on)}`}`);
}

/** Lets in whom the municipality's own login has vouched for. @param known what it must be told when they sign out */
export async function admitted(
	event: RequestEvent,
	person: Person,
	{ til, known }: { til: string | undefined; known?: signOut.Known }
): Promise<never> {
	const { db } = municipalityOf(event);
	const user = users.fromOwnLogin(db, { ...person, today: today() });
	if (!user.active) return refuse(event, 'deactivated', user.id);
	await upgrade(event, { user: user.id, step: 'done' });
	if (known && event.locals.session) signOut.remember(db, event.locals.session.id, known);
	redirect(303, wayOn(til, internOf(event)));
}

/** Back to the page of signing in, which says why. */
export function refuse(event: RequestEvent, reason: string, who: string | null = null): never {
	const { db, plan } = municipalityOf(event);
	// The log is not for strangers to fill: what anyone can bring about is not in it, the rest so often a day.
	const isNews = reason !== 'not-begun-here';
	if (isNews && throttle.take('own-login-refusals-logged', plan.municipality) === 0) {
		const moment = audit.moment(new Date());
		audit.log(db, { who, what: 'own-login-refused', about: reason, ...moment });
	}
	redirect(303, `${internOf(event)}/log-ind?afvist=${reason}`);
}

/** As `enter`, but stays on the page: there is something to show once. */
export async function upgrade(
	event: RequestEvent,
	{ user, step }: { user: string; step: Step }
): Promise<void> {
	const { db, plan } = municipalityOf(event);
	const now = new Date();
	if (event.locals.session) await session.end(db, event.locals.session.id);
	const browser = browserOf(event.request.headers.get('user-agent'));
	const id = await session.start(db, user, { step, browser, now });
	const secure = session.isSecure(event.url);
	const cookie = session.cookieOf(id, { municipality: plan.municipality, secure });
	event.cookies.set(cookie.name, cookie.value, cookie.attributes);
	event.locals.session = await session.read(db, id, now);
	if (step !== 'done') return;
	audit.log(db, { who: user, what: 'signed-in', ...audit.moment(now) });
	if (knownBrowsers.isKnown(db, user, knownBrowser(event), today())) return;
	event.cookies.set(
		session.secureName(DEVICE_COOKIE, secure),
		knownBrowsers.remember(db, user, today()),
		{
			...cookie.attributes,
			maxAge: knownBrowsers.DEVICE_DAYS * 86_400
		}
	);
}

/** Ends the session, if there is one, and takes its cookie away. The browser stays known. */
export async function leave(event: RequestEvent): Promise<void> {
	const { db, plan } = municipalityOf(event);
	const { session: found } = event.locals;
	if (!found) return;
	await session.end(db, found.id);
	event.locals.session = undefined;
	const secure = session.isSecure(event.url);
	for (const path of ['/intern', ...READING]) {
		const cookie = session.cookieOf('', { municipality: plan.municipality, secure, path });
		event.cookies.delete(cookie.name, cookie.attributes);
	}
	markWay(event, plan.municipality, false);
	audit.log(db, { who: found.staff.id, what: 'signed-out', ...audit.moment(new Date()) });
}

/**
 * As `leave`, where the municipality's own login is to be left too.
 * @returns below the staff pages, where the browser goes on to it; none where there is nothing to leave
 */
export async function leaveBoth(event: RequestEvent): Promise<string | undefined> {
	const { db, plan } = municipalityOf(event);
	const { session: found } = event.locals;
	const login = loginOf(plan.municipality);
	const isOwn = found !== undefined && (users.find(db, found.staff.id)?.ownLogin ?? false);
	const isSaml = login?.kind === 'saml' && found !== undefined;
	const cookie = isSaml ? signOut.prepare(db, login, { id: found.id, now: new Date() }) : undefined;
	await leave(event);
	if (cookie === undefined) return isOwn && login?.kind === 'oidc' ? '/oidc/log-ud' : undefined;
	wayCookies(event, 'saml', signOut.SIGN_OUT_MINUTES).keep(signOut.SIGN_OUT_COOKIE, cookie);
	return '/saml/log-ud';
}

/** A browser that becomes a screen for citizens is nobody's own any more. */
export function forgetBrowser(event: RequestEvent): void {
	const { db, plan } = municipalityOf(event);
	const token = knownBrowser(event);
	if (token === undefined) return;
	knownBrowsers.forget(db, token);
	const secure = session.isSecure(event.url);
	const { attributes } = session.cookieOf('', { municipality: plan.municipality, secure });
	event.cookies.delete(session.secureName(DEVICE_COOKIE, secure), attributes);
}

/** The token of a browser that someone has signed in from before. */
export const knownBrowser = (event: RequestEvent): string | undefined =>
	event.cookies.get(session.secureName(DEVICE_COOKIE, session.isSecure(event.url)));

/** Where someone was going, as long as it is a page of this municipality's staff. */
function wayOn(til: string | null | undefined, intern: string): string {
	const isOurs =
		til?.startsWith(`${intern}/`) && /^[\w/-]+(\?[\w=&%.+~-]*)?$/.test(til) && !til.includes('//');
	return til && isOurs ? til : intern;
}
