import * as session from '$lib/server/staff/session.ts';
import * as settings from '$lib/server/core/settings.ts';
import { redirect } from '@sveltejs/kit';
import { markWay, READING } from '../../reading.ts';
import { authorise } from '../authorise.ts';
import type { PageServerLoad } from './$types';

/** On to the results, with a way back. Where they are closed to others, this session is shown to the pages that show figures, and to no more. */
export const load: PageServerLoad = (event) => {
	const { db, plan, session: reader } = authorise(event);
	const { municipality } = plan;
	if (!settings.isPublic(db)) {
		const secure = session.isSecure(event.url);
		for (const path of READING) {
			const cookie = session.cookieOf(reader.id, { municipality, secure, path });
			event.cookies.set(cookie.name, cookie.value, cookie.attributes);
		}
	}
	markWay(event, municipality, true);
	redirect(303, `/${municipality}/resultater`);
};
