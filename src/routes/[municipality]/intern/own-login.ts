import type { RequestEvent } from '@sveltejs/kit';
import { loginOf, type OwnLogin } from '$lib/server/staff/own-login/configuration.ts';
import { addressesOf, type Addresses } from '$lib/server/staff/own-login/saml.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { isSecure, secureName, signedOf } from '$lib/server/staff/session.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, redirect } from '@sveltejs/kit';
import { municipalityOf } from './authorise.ts';

/** Instead of where someone was going: they try the login out. It lets nobody in, so it may be in the browser's hands. */
export const TRIAL = 'proev';
/** Where a login is tried out, and who may. */
export const TRIAL_PAGE = '/kommunens-login';

/** The municipality's login, when it is of this kind. @throws 404 */
export function ownLogin<K extends OwnLogin['kind']>(
	event: RequestEvent,
	kind: K
): OwnLogin & { kind: K } {
	const login = loginOf(municipalityOf(event).plan.municipality);
	if (login?.kind !== kind) error(404);
	return login as OwnLogin & { kind: K };
}

/** @throws 403 for anyone but who may try the login out */
export function mayTry({ locals }: RequestEvent): void {
	if (!may(signedOf(locals.session), `/[municipality]/intern${TRIAL_PAGE}`)) error(403);
}

export const internOf = (event: RequestEvent): string =>
	`/${municipalityOf(event).plan.municipality}/intern`;

export const addresses = (event: RequestEvent): Addresses =>
	addressesOf(`${event.url.origin}${internOf(event)}`);

/** Cookies of a way out to the login and back, for its pages alone. */
export function wayCookies(event: RequestEvent, folder: 'oidc' | 'saml', minutes: number) {
	const secure = isSecure(event.url);
	const path = `${internOf(event)}/${folder}`;
	return {
		keep: (name: string, value: string): void =>
			event.cookies.set(secureName(name, secure), value, {
				path,
				httpOnly: true,
				secure,
				sameSite: 'lax',
				maxAge: minutes * 60
			}),
		/** Read once. */
		take: (name: string): string | undefined => {
			const value = event.cookies.get(secureName(name, secure));
			event.cookies.delete(secureName(name, secure), { path, secure });
			return value;
		}
	};
}

/** Anyone may set out, and both the login and we are asked for something: so often from one network, and in all. */
export function setOut(event: RequestEvent): void {
	const { municipality: place = '' } = event.params;
	if (throttle.take('own-login', networkOf(event), { place }) > 0)
		redirect(303, `${internOf(event)}/log-ind?afvist=crowded`);
}
