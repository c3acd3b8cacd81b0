import * as municipality from '$lib/server/municipality.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a citizen's own picture is drawn of; apart from the handout, as most who answer never draw one. */
export const GET: RequestHandler = ({ params, setHeaders }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	setHeaders({ 'cache-control': 'no-cache' });
	return json(plans.journey(found.plan));
};
