import { isLanguage } from '$lib/i18n/messages.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { isStaffRoute } from '$lib/server/staff/access/access.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { pageAt, withTyped } from './drawn-once.ts';

/** What is longer is not given back: a form of ours is a small part of it. */
const TYPED_MAX = 200_000;
const FIELDS_MAX = 1000;

/** Where what is typed is a secret, or another's letter. */
const SECRETS =
	/^\/\[municipality\]\/intern\/(log-ind|to-trin|bekraeft|invitation|min-adgang|kommunens-login|saml|oidc)(\/|$)/;

/**
 * A plain form that was not taken comes back with what was typed in it, to be sent again: the page that it was sent from is gone,
 * and no browser keeps it. That of another site is told where to go instead.
 */
export const sentBack: Handle = async ({ event, resolve }) => {
	const copy = isFromPage(event) ? event.request.clone() : undefined;
	const response = await resolve(event);
	if (!copy) return response;
	const { failed, trouble, stranger } = event.locals;
	const isFailed = response.status >= 500 && (failed === true || trouble !== undefined);
	if (!isFailed && stranger === undefined) return response;
	const typed = mayGiveBack(event) ? await typedIn(copy) : undefined;
	// An error page says so itself.
	if (!typed && stranger === undefined) return response;
	const { status, headers, html } = await pageAt(pathFor(event, typed), event.fetch);
	if (status !== 200) return response;
	const all = new Headers(headers);
	const again = response.headers.get('retry-after');
	if (again !== null) all.set('retry-after', again);
	all.set('cache-control', 'no-store');
	return new Response(typed ? withTyped(html, typed) : html, {
		status: response.status,
		headers: all
	});
};

/** What a browser sends where no code of ours does it. */
function isFromPage({ request, route }: RequestEvent): boolean {
	const type = request.headers.get('content-type') ?? '';
	const isForm =
		/^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i.test(type);
	const isForProgram =
		request.headers.has('x-sveltekit-action') ||
		/^\s*application\/json/i.test(request.headers.get('accept') ?? '') ||
		(route.id?.startsWith('/[municipality]/api/') ?? false);
	return request.method === 'POST' && isForm && !isForProgram;
}

/** With what another site wrote, nobody of staff's is to press a button. */
const mayGiveBack = ({ route, locals, params }: RequestEvent): boolean =>
	locals.stranger === undefined
		? !SECRETS.test(route.id ?? '')
		: locals.stranger === 'unknown' &&
			plans.find(params.municipality ?? '') !== undefined &&
			!isStaffRoute(route.id);

/** Undefined where it cannot be given back as it was: a file, or more than any form of ours. */
async function typedIn(copy: Request): Promise<URLSearchParams | undefined> {
	const typed = new URLSearchParams();
	let length = 0;
	try {
		for (const [name, value] of await copy.formData()) {
			if (typeof value === 'string') typed.append(name, value);
			else if (value.size > 0) return undefined;
			length += name.length + (typeof value === 'string' ? value.length : 0);
		}
	} catch {
		return undefined;
	}
	return length <= TYPED_MAX && typed.size <= FIELDS_MAX ? typed : undefined;
}

function pathFor({ url, route, locals }: RequestEvent, typed: URLSearchParams | undefined): string {
	const [, slug = '', language = ''] = url.pathname.split('/');
	// Whoever asks for what is not there gets the words of the product.
	const place = plans.find(slug) ? slug : '-';
	const about = !typed ? 'fremmed' : locals.trouble ? 'lukket' : 'fejl';
	const staff = isStaffRoute(route.id) ? '&intern' : '';
	const path = language !== 'da' && isLanguage(language) ? `/${place}/${language}` : `/${place}`;
	return `${path}/igen?${about}${staff}`;
}
