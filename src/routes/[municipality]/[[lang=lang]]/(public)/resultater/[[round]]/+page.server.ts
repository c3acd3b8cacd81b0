import { today } from '$lib/server/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as results from '$lib/server/results.ts';
import { otherRounds, roundFigures } from '$lib/server/roundFigures.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const { db, plan } = found;
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
