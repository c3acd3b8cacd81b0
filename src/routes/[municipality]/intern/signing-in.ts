import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as audit from '$lib/server/core/audit.ts';
import { browserOf } from '$lib/server/staff/user-agent.ts';
import * as knownBrowsers from '$lib/server/staff/known-browsers.ts';
import { today } from '$lib/server/core/environment.ts';
import { READING } from '../reading.ts';
import { municipalityOf } from './authorise.ts';
import type { Step } from '$lib/server/staff/roles.ts';
import * as session from '$lib/server/staff/session.ts';

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
	audit.log(db, { who: found.staff.id, what: 'signed-out', ...audit.moment(new Date()) });
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
	const isOurs = til?.startsWith(`${intern}/`) && /^[\w/-]+$/.test(til) && !til.includes('//');
	return til && isOurs ? til : intern;
}

const internOf = (event: RequestEvent): string =>
	`/${municipalityOf(event).plan.municipality}/intern`;
