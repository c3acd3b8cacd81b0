import { today } from '$lib/server/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as results from '$lib/server/results.ts';
import { promiseFigures, promisesWithoutFigures } from '$lib/server/roundFigures.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const { db, plan } = found;
	const kept = results.newest(db);
	return kept ? promiseFigures(db, plan, kept, today()) : promisesWithoutFigures(plan);
};
