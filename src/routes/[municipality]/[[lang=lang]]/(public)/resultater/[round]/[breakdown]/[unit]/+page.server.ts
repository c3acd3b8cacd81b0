import { breakdownFigures } from '$lib/server/results/breakdown-figures.ts';
import { today } from '$lib/server/core/environment.ts';
import * as results from '$lib/server/results/results.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../../../reading.ts';
import { breakdownIn, unitIn } from '../../../addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { params } = event;
	const kept = results.find(db, params.round);
	const figures =
		kept &&
		breakdownFigures(db, plan, kept, breakdownIn(params.breakdown), unitIn(params.unit), today());
	if (!figures) error(404);
	return { figures };
};
