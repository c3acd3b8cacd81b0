import { today } from '$lib/server/core/environment.ts';
import { goalView } from '$lib/server/goals/board.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const day = today();
	const seeing = { ...seen(db, plan, day), audience: 'public' as const };
	const view = goalView(db, plan, event.params.goal, seeing);
	if (!view) error(404);
	return { today: day, view };
};
