import * as municipality from '$lib/server/municipality.ts';
import * as pictures from '$lib/server/pictures.ts';
import * as plans from '$lib/server/plans.ts';
import { threshold } from '$lib/server/release.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Released counts of pictures, a quarter a page, the newest first: never beside answers about satisfaction. */
export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const quarters = pictures.released(found.db);
	const shown = quarters.find(({ quarter }) => quarter === params.quarter);
	if (params.quarter && !shown) error(404);
	return {
		model: plans.journey(found.plan),
		shown: shown ?? quarters[0],
		quarters: quarters.map(({ quarter }) => quarter),
		next: pictures.nextRelease(found.db),
		threshold: threshold(found.db)
	};
};
