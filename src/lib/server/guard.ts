import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import * as audit from './audit.ts';
import type { Municipality } from './municipality.ts';
import { doorOf, isStaffRoute, may, type Signed } from './roles.ts';
import * as session from './session.ts';

export type Staff = session.Staff;
export type Ruling = 'pass' | 'refuse' | { to: '' | '/log-ind' | '/bekraeft' | '/to-trin' };

/** Session → locals, and no further than the table of roles allows. Everything else passes untouched. */
export const guard =
	(find: (slug: string) => Municipality | undefined): Handle =>
	async ({ event, resolve }) => {
		if (!isStaffPath(event.url.pathname)) return resolve(event);
		const { municipality } = event.params;
		const house = municipality === undefined ? undefined : find(municipality);
		if (!house || !isStaffRoute(event.route.id)) return withoutTrace(await resolve(event));
		if (isFromElsewhere(event)) error(403);

		const id = event.cookies.get(session.cookieName(isSecure(event)));
		event.locals.house = house;
		event.locals.session = id ? await session.read(house.db, id, new Date()) : undefined;

		const found = ruling(event.route.id, actionOf(event), signedOf(event.locals.session));
		if (found === 'refuse') {
			noteRefusal(event, house);
			error(403);
		}
		if (found !== 'pass')
			redirect(303, `/${municipality}/intern${found.to}${wayBack(event, found)}`);
		return withoutTrace(await resolve(event));
	};

/** What becomes of someone at a door: a table of roles, no more. */
export function ruling(
	route: string,
	action: string | undefined,
	signed: Signed | undefined
): Ruling {
	if (doorOf(route, action) === undefined) return 'refuse';
	if (may(signed, route, action)) return 'pass';
	if (!signed) return { to: '/log-ind' };
	if (signed.step === 'second-factor') return { to: '/bekraeft' };
	if (signed.step === 'enrol') return { to: '/to-trin' };
	const door = doorOf(route, action);
	return door === 'second-factor' || door === 'enrol' ? { to: '' } : 'refuse';
}

/**
 * The second look, in every staff load and action: who asks, now that the table says they may.
 * @param action as in the table; none for a load
 * @throws 403 where the table says no, 404 where there is no municipality
 */
export function authorise(
	event: Pick<RequestEvent, 'locals' | 'route'>,
	action?: string
): Municipality & { staff: Staff; session: session.Session } {
	const { house, session: found } = event.locals;
	if (!house) error(404);
	if (!found || !may(signedOf(found), event.route.id ?? '', action)) error(403);
	return { ...house, staff: found.staff, session: found };
}

/** The municipality of a page that needs no session: sign-in, invitation. */
export function houseOf(event: Pick<RequestEvent, 'locals'>): Municipality {
	if (!event.locals.house) error(404);
	return event.locals.house;
}

/** Whether cookies can be, and so must be, kept to TLS. */
export const isSecure = (event: Pick<RequestEvent, 'url'>): boolean =>
	event.url.protocol === 'https:';

const signedOf = (found: session.Session | undefined): Signed | undefined =>
	found && { step: found.step, roles: found.staff.roles };

const isStaffPath = (path: string): boolean => /^\/[^/]+\/intern(\/|$)/.test(path);

/** As the framework reads it: the first parameter of the address that begins with a slash. */
function actionOf({ request, url }: RequestEvent): string | undefined {
	if (request.method === 'GET' || request.method === 'HEAD') return undefined;
	if (request.method !== 'POST') return request.method;
	return [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
}

/** The framework looks at forms alone; here nothing that another site's page sends is taken. */
const isFromElsewhere = ({ request, url }: RequestEvent): boolean =>
	request.method !== 'GET' &&
	request.method !== 'HEAD' &&
	request.headers.get('origin') !== url.origin;

/** After signing in, on to where one was going: only pages, and only of this municipality's staff. */
const wayBack = ({ request, url }: RequestEvent, { to }: { to: string }): string =>
	to === '/log-ind' && request.method === 'GET' && !url.pathname.endsWith('/intern')
		? `?til=${encodeURIComponent(url.pathname)}`
		: '';

function noteRefusal({ locals, route }: RequestEvent, { db }: Municipality): void {
	audit.log(db, {
		who: locals.session?.staff.id ?? null,
		what: 'access-refused',
		about: (route.id ?? '').replace('/[municipality]/intern', ''),
		...audit.moment(new Date())
	});
}

function withoutTrace(response: Response): Response {
	response.headers.set('cache-control', 'no-store');
	return response;
}
