import { today } from '$lib/server/core/environment.ts';
import * as results from '$lib/server/results/results.ts';
import { otherRounds, roundFigures } from '$lib/server/results/round-figures.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { params } = event;
	const kept = params.round === undefined ? results.newest(db) : results.find(db, params.round);
	if (!kept) {
		if (params.round !== undefined) error(404);
		return { figures: null, others: [] };
	}
	return {
		figures: roundFigures(db, plan, kept, today()),
		others: otherRounds(db, kept.round.id, today())
	};
};
