import { onlyIn } from '$lib/i18n/wording.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a citizen's own picture is drawn of; apart from the handout, as most who answer never draw one. */
export const GET: RequestHandler = ({ params, url, setHeaders }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	setHeaders({ 'cache-control': 'no-cache' });
	const model = plans.journey(found.plan);
	const language = url.searchParams.get('lang');
	return json(language ? onlyIn(model, language) : model);
};
