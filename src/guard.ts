import * as audit from '$lib/server/core/audit.ts';
import * as errorWords from '$lib/server/core/error-words.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import { isStaffRoute, ruling } from '$lib/server/staff/access/access.ts';
import * as session from '$lib/server/staff/session.ts';
import { error, json, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';

/**
 * Forms of other sites are refused, everywhere, as the framework would: but it knows exceptions by site only, from the build, and
 * the one letter that comes from elsewhere is known by where it goes.
 */
export const ownForms: Handle = async ({ event, resolve }) => {
	if (!isForm(event.request) || !isFromElsewhere(event) || isLoginsAnswer(event))
		return resolve(event);
	event.locals.stranger = isOther(event) ? 'other' : 'unknown';
	// For whoever asks by a program, the page's own code too; a person gets a page (`sent-back.ts`).
	const words = await errorWords.notOurs(event.url.pathname);
	const reply = { type: 'error', status: 403, error: { message: 'refused', words } };
	return json(reply, { status: 403, headers: { 'cache-control': 'no-store' } });
};

/** A site that says its name. Who says none, or ours by another protocol, may be a page of ours behind a browser or a proxy of its own mind. */
function isOther({ request, url }: RequestEvent): boolean {
	const origin = request.headers.get('origin');
	if (origin === null || origin === 'null') return false;
	return !URL.canParse(origin) || new URL(origin).host !== url.host;
}

/** What a page can send to another site without asking it. */
const isForm = ({ headers }: Request): boolean =>
	[
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'text/plain',
		'application/x-sveltekit-formdata'
	].includes((headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '');

/** Posted by the municipality's own login, from its site: signed, and it names a request of ours. No cookie comes with it. */
const isLoginsAnswer = ({ route, request }: RequestEvent): boolean =>
	route.id === '/[municipality]/intern/saml/retur' && request.method === 'POST';

/** Session → locals, and no further than the table of roles allows. Everything else passes untouched. */
export const guard =
	(find: (slug: string) => Municipality | undefined): Handle =>
	async ({ event, resolve }) => {
		// By the route that answers, and never by how its address was written: `%69ntern` is `intern` too.
		if (!isStaffRoute(event.route.id)) return resolve(event);
		// Nobody is let in where there is no telling who they are: every load says so (`municipalityOf`).
		if (event.locals.trouble) return withoutTrace(await resolve(event));
		const { municipality: slug } = event.params;
		const municipality = slug === undefined ? undefined : find(slug);
		if (!municipality) return withoutTrace(await resolve(event));
		if (isFromElsewhere(event) && !isLoginsAnswer(event)) error(403);

		const id = event.cookies.get(session.cookieName(session.isSecure(event.url)));
		const found = id ? await session.read(municipality.db, id, new Date()) : undefined;
		event.locals.municipality = municipality;
		event.locals.session = found;

		const ruled = ruling(event.route.id, actionOf(event), session.signedOf(found));
		if (ruled === 'refuse') {
			noteRefusal(event, municipality);
			error(403);
		}
		if (ruled !== 'pass') redirect(303, `/${slug}/intern${ruled.to}${wayBack(event, ruled)}`);
		return withoutTrace(await resolve(event));
	};

/** As the framework reads it: the first parameter of the address that begins with a slash. */
function actionOf({ request, url }: RequestEvent): string | undefined {
	if (request.method === 'GET' || request.method === 'HEAD') return undefined;
	if (request.method !== 'POST') return request.method;
	const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	// By name the framework refuses it with an error of its own.
	return named === '/default' ? named : (named?.slice(1) ?? 'default');
}

/** The framework looks at forms alone; here nothing that another site's page sends is taken. */
const isFromElsewhere = ({ request, url }: RequestEvent): boolean =>
	request.method !== 'GET' &&
	request.method !== 'HEAD' &&
	request.headers.get('origin') !== url.origin;

/** After signing in, on to where one was going: only pages, and only of this municipality's staff. */
const wayBack = ({ request, url }: RequestEvent, { to }: { to: string }): string => {
	const isPage = request.method === 'GET' || request.method === 'POST';
	if (to !== '/log-ind' || !isPage || url.pathname.endsWith('/intern')) return '';
	const asked = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
	const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
	return `?til=${encodeURIComponent(url.pathname + query)}`;
};

/** What someone signed in was refused. What nobody knows who tried is in no log: it would be strangers' to fill. */
function noteRefusal({ locals, route }: RequestEvent, { db }: Municipality): void {
	const who = locals.session?.staff.id;
	const about = (route.id ?? '').replace('/[municipality]/intern', '');
	if (who !== undefined) audit.logRefusal(db, { who, about, now: new Date() });
}

function withoutTrace(response: Response): Response {
	response.headers.set('cache-control', 'no-store');
	return response;
}
