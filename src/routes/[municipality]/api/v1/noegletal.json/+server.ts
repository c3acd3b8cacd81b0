import { figureFile } from '$lib/server/figureFile.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as results from '$lib/server/results.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const CACHE_SECONDS = 600;

/** Released figures as data; the shape is `FigureFile`. The same edition is the same file, so a copy need only be asked about. */
export const GET: RequestHandler = ({ params, request }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const headers = {
		'cache-control': `public, max-age=${CACHE_SECONDS}`,
		etag: `W/"${results.edition(found.db)}"`,
		'access-control-allow-origin': '*'
	};
	if (request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	return json(figureFile(found.db, found.plan), { headers });
};
