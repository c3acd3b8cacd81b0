import * as pictures from '$lib/server/journey/pictures.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { threshold } from '$lib/server/core/settings.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../../reading.ts';
import type { PageServerLoad } from './$types';

/** Released counts of pictures, a quarter a page, the newest first: never beside answers about satisfaction. */
export const load: PageServerLoad = async (event) => {
	const found = await readable(event);
	const quarters = pictures.released(found.db);
	const shown = quarters.find(({ quarter }) => quarter === event.params.quarter);
	if (event.params.quarter && !shown) error(404);
	return {
		model: plans.journey(found.plan),
		shown: shown ?? quarters[0],
		quarters: quarters.map(({ quarter }) => quarter),
		next: pictures.nextRelease(found.db),
		threshold: threshold(found.db)
	};
};
