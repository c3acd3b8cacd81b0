import { today } from '$lib/server/core/environment.ts';
import * as results from '$lib/server/results/results.ts';
import { promiseFigures, promisesWithoutFigures } from '$lib/server/results/round-figures.ts';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const kept = results.newest(db);
	return kept ? promiseFigures(db, plan, kept, today()) : promisesWithoutFigures(plan);
};
