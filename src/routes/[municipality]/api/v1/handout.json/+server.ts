import { notFound } from '$lib/server/core/error-words.ts';
import * as handout from '$lib/server/handout.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, setHeaders }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404, { message: 'no-municipality', words: await notFound('') });
	// Fresh at every visit, and kept by the device for when there is no network.
	setHeaders({ 'cache-control': 'no-cache' });
	return json(handout.current(found, url.searchParams.get('lang')));
};
