import { prefixesElsewhere } from '$lib/server/municipality.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Which other municipality's codes begin so. What begins a code stands in every handout; the rest of it comes nowhere near. */
export const GET: RequestHandler = ({ params, setHeaders }) => {
	if (!plans.find(params.municipality)) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const found = prefixesElsewhere(params.municipality).find(
		({ prefix }) => prefix === params.prefix.toUpperCase()
	);
	return json(found ? { municipality: found.municipality, name: found.name } : null);
};
