import * as pictures from '$lib/server/pictures.ts';
import * as plans from '$lib/server/plans.ts';
import { threshold } from '$lib/server/release.ts';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

/** Released counts of pictures: a page of their own, never beside answers about satisfaction. */
export const load: PageServerLoad = async (event) => {
	const found = await readable(event);
	return {
		model: plans.journey(found.plan),
		released: pictures.released(found.db),
		threshold: threshold(found.db)
	};
};
