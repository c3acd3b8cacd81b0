import type { Municipality } from '$lib/server/municipality.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf, type Session, type Staff } from '$lib/server/staff/session.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

/** A municipality, and who of its staff asks. */
export type Authorised = Municipality & { staff: Staff; session: Session };

/**
 * The second look, in every staff load and action: who asks, now that the table says they may.
 * @param action as in the table; none for a load
 * @throws 403 where the table says no, 404 where there is no municipality
 */
export function authorise(
	event: Pick<RequestEvent, 'locals' | 'route'>,
	action?: string
): Authorised {
	const { session } = event.locals;
	const municipality = municipalityOf(event);
	if (!session || !may(signedOf(session), event.route.id ?? '', action)) error(403);
	return { ...municipality, staff: session.staff, session };
}

/** The municipality of a page that needs no session: sign-in, invitation. @throws Trouble where it cannot answer */
export function municipalityOf(event: Pick<RequestEvent, 'locals'>): Municipality {
	if (event.locals.trouble) throw event.locals.trouble;
	if (!event.locals.municipality) error(404);
	return event.locals.municipality;
}
