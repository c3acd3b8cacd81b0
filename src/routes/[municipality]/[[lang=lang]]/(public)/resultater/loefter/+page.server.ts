import { today } from '$lib/server/core/environment.ts';
import { answered } from '$lib/server/goals/answered.ts';
import * as results from '$lib/server/results/results.ts';
import { promiseFigures, promisesWithoutFigures } from '$lib/server/results/round-figures.ts';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const kept = results.newest(db);
	const figures = kept ? promiseFigures(db, plan, kept, today()) : promisesWithoutFigures(plan);
	return { ...figures, today: today(), answered: answered(db, plan) };
};
