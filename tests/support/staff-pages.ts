import type { BrowserContext } from '@playwright/test';
import { may } from '../../src/lib/server/staff/access/access.ts';
import { TABLE } from '../../src/lib/server/staff/access/doors.ts';
import { ROLES, type Role } from '../../src/lib/server/staff/access/role.ts';
import { colleague, PASSWORD, StaffClient } from './staff-client.ts';
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

/** The route of an address under `intern`, as the framework would choose it: names before parameters. */
export const routeOf = (path: string): string | undefined =>
	Object.keys(TABLE)
		.filter((route) => !route.endsWith('[...rest]'))
		.sort((a, b) => a.split('[').length - b.split('[').length)
		.find((route) =>
			new RegExp(`^${route.slice(INTERN.length).replace(/\[\w+\]/g, '[^/]+')}$`).test(path)
		);

/** Routes with a page that a role is the first to see; what is downloaded, and the ways in and out, are no such. */
export const ownPages = (role: Role): string[] =>
	Object.keys(TABLE).filter((route) => {
		const isPage = !/\[(\.\.\.rest|file)\]$|\/(oidc|saml|csv|log-ind|log-ud|invitation)(\/|$)/.test(
			route
		);
		return isPage && ROLES.find((each) => may({ step: 'done', roles: [each] }, route)) === role;
	});

/** The pages on the way in and out, each with the cookies of whoever stands there; the administrator is half signed in afterwards. */
export async function* waysIn(context: BrowserContext, admin: StaffClient): AsyncGenerator<string> {
	const { link } = await admin.invite('Ole', ['leader']);
	for (const path of ['/log-ind', '/invitation', '/log-ud']) yield admin.address(path);
	const ole = new StaffClient(admin.site, admin.municipality);
	await ole.post('/invitation', { token: link.split('#')[1] ?? '', password: PASSWORD });
	await ole.lend(context);
	yield ole.address('/to-trin');
	const email = `admin@${admin.municipality}.example`;
	await admin.post('/log-ud');
	await admin.post('/log-ind?/password', { email, password: PASSWORD });
	await admin.lend(context);
	yield admin.address('/bekraeft');
}

/** What is looked at on a screen by whoever is at work: neither a download nor a way in or out. */
export const isAtWork = (path: string): boolean => !/\/csv$|^\/(log-|invitation)/.test(path);

/** Someone of each role, and the pages that it may see, downloads aside; the role that somebody has already comes along. */
export async function* rolesAtWork(
	admin: StaffClient,
	parameters: Parameters
): AsyncGenerator<{ role: Role; desk: StaffClient; paths: string[] }> {
	for (const role of ROLES) {
		const desk = role === 'administrator' ? admin : await colleague(admin, role, [role]);
		const paths = pagesOf(role, parameters).filter((path) => !path.endsWith('/csv'));
		yield { role, desk, paths };
	}
}

/** Every staff page once, by the first role that may see it, whose cookies `context` then has; the overview is another for each role. */
export async function* staffPages(
	context: BrowserContext,
	admin: StaffClient,
	parameters: Parameters
): AsyncGenerator<{ role: Role; desk: StaffClient; path: string; address: string }> {
	const seen = new Set<string>();
	for await (const { role, desk, paths } of rolesAtWork(admin, parameters)) {
		await desk.lend(context);
		for (const path of paths.filter((each) => each === '' || !seen.has(each))) {
			seen.add(path);
			// What is printed is of a round.
			const query = path.startsWith('/papir/') ? `?maaling=${parameters.round ?? ''}` : '';
			yield { role, desk, path, address: desk.address(path + query) };
		}
	}
}

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
