import { today } from '$lib/server/environment.ts';
import { cards } from '$lib/server/overview.ts';
import type { PageServerLoad } from './$types';
import { authorise } from './door.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, staff } = authorise(event);
	return { cards: cards(db, staff, today(), plan), name: staff.name, roles: staff.roles };
};
