import { today } from '$lib/server/environment.ts';
import { authorise } from '$lib/server/guard.ts';
import { cards } from '$lib/server/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db, staff } = authorise(event);
	return { cards: cards(db, staff, today()), name: staff.name, roles: staff.roles };
};
