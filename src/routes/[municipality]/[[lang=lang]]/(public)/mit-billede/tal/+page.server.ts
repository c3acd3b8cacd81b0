import * as municipality from '$lib/server/municipality.ts';
import * as pictures from '$lib/server/pictures.ts';
import * as plans from '$lib/server/plans.ts';
import { threshold } from '$lib/server/release.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Released counts of pictures: a page of their own, never beside answers about satisfaction. */
export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	return {
		model: plans.journey(found.plan),
		released: pictures.released(found.db),
		threshold: threshold(found.db)
	};
};
