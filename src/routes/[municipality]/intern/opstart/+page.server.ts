import { today } from '$lib/server/core/environment.ts';
import { forPerson, points } from '$lib/server/overview/start-list.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, staff } = authorise(event);
	return { points: points(db, plan, today()).map((point) => forPerson(point, staff)) };
};
