import { figureFile } from '$lib/server/results/figure-file.ts';
import * as planVersions from '$lib/server/plan/versions.ts';
import * as results from '$lib/server/results/results.ts';
import { json } from '@sveltejs/kit';
import { readable } from '../../../reading.ts';
import type { RequestHandler } from './$types';

const CACHE_SECONDS = 600;

/** Released figures as data; the shape is `FigureFile`. The same edition is the same file, so a copy need only be asked about. */
export const GET: RequestHandler = async (event) => {
	const found = await readable(event);
	const headers = {
		'cache-control': `public, max-age=${CACHE_SECONDS}`,
		etag: `W/"${results.edition(found.db)}-${planVersions.latest(found.db)}"`,
		'access-control-allow-origin': '*'
	};
	if (event.request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	return json(figureFile(found.db, found.plan), { headers });
};
