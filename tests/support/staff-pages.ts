import { may, TABLE, type Role } from '../../src/lib/server/staff/roles.ts';
import { StaffClient } from './staff-client.ts';
import type { Site } from './site.ts';

const INTERN = '/[municipality]/intern';

/** What stands in the place of a route's parameters. */
export type Parameters = { [name: string]: string };

/** Every staff page and download that a role may see, with its parameters filled in; files of a page that must first be there are not. */
export const pagesOf = (role: Role, parameters: Parameters): string[] =>
	Object.keys(TABLE)
		.filter((route) => may({ step: 'done', roles: [role] }, route))
		.filter((route) => !/\[(\.\.\.rest|file)\]$/.test(route) && !/\/(oidc|saml)(\/|$)/.test(route))
		.map((route) =>
			route
				.slice(INTERN.length)
				.replace(/\[(\w+)\]/g, (_, name: string) => parameters[name] ?? 'findes-ikke')
		);

/** The same person's browser, at another server. */
export function at(site: Site, desk: StaffClient): StaffClient {
	const made = new StaffClient(site, desk.municipality);
	for (const [name, value] of desk.cookies) made.cookies.set(name, value);
	return made;
}

/** A page or file as it reads, without what is another at every look: random names, nonces, addresses of the server and times. */
export const stripped = (text: string, site: Site): string =>
	text
		.replaceAll(site.url, '')
		.replaceAll(new URL(site.url).host, '')
		.replace(/nonce(="|-)[\w+/=-]+/g, 'nonce')
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'uuid')
		.replace(/(\b|T)\d{2}[.:]\d{2}\b/g, 'time')
		.replace(/\b1\d{9,12}\b/g, 'time')
		.replace(/__sveltekit_\w+/g, '');
