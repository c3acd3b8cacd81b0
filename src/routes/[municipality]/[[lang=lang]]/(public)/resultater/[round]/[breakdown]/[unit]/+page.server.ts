import { breakdownFigures } from '$lib/server/breakdownFigures.ts';
import { today } from '$lib/server/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as results from '$lib/server/results.ts';
import { error } from '@sveltejs/kit';
import { breakdownIn, unitIn } from '../../../addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	const kept = found && results.find(found.db, params.round);
	const figures =
		kept &&
		breakdownFigures(
			found.db,
			found.plan,
			kept,
			breakdownIn(params.breakdown),
			unitIn(params.unit),
			today()
		);
	if (!figures) error(404);
	return { figures };
};
