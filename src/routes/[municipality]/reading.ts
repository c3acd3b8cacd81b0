import * as municipality from '$lib/server/municipality.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import { may } from '$lib/server/staff/access/access.ts';
import * as session from '$lib/server/staff/session.ts';
import * as settings from '$lib/server/core/settings.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

/** Where staff go in to read results that are closed to others. */
const WAY_IN = '/[municipality]/intern/resultater';
/** Below a municipality: the pages that show figures, and so the only public ones that a session is shown to. */
export const READING = ['/resultater', '/rapporter', '/maal', '/mit-billede/tal'];

/**
 * The municipality whose figures may be read: by everybody, or, where its page is closed, by those of its staff whom the table of
 * roles lets in. Asked in every load of such a page: the framework asks for one load without the others.
 * @throws 404 where there is no municipality, 403 where its page is closed
 */
export async function readable(
	event: Pick<RequestEvent, 'cookies' | 'url'> & { params: { municipality: string } }
): Promise<Municipality> {
	const found = municipality.find(event.params.municipality);
	if (!found) error(404);
	if (settings.isPublic(found.db)) return found;
	const id = event.cookies.get(session.cookieName(session.isSecure(event.url)));
	const reader = id ? await session.read(found.db, id, new Date()) : undefined;
	if (!may(session.signedOf(reader), WAY_IN)) error(403, 'closed');
	return found;
}

/** Set where staff go in to read, so that these pages show them the way back; it says nothing of who they are. */
const FROM_STAFF = 'fra-intern';

/** @param inside whether they come from the staff's pages, or leave them for good */
export function markWay(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	municipality: string,
	inside: boolean
): void {
	for (const path of READING) {
		const where = { path: `/${municipality}${path}`, secure: session.isSecure(url) };
		if (inside) cookies.set(FROM_STAFF, '1', { ...where, httpOnly: true, sameSite: 'lax' });
		else cookies.delete(FROM_STAFF, where);
	}
}

/** Where the staff's pages are, for who came from them. */
export const wayBack = (
	event: Pick<RequestEvent, 'cookies'> & { params: { municipality: string } }
): string | undefined =>
	event.cookies.get(FROM_STAFF) === undefined ? undefined : `/${event.params.municipality}/intern`;
