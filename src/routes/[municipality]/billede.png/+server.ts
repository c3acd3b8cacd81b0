import * as look from '$lib/server/look/look.ts';
import { linkPicture } from '$lib/server/look/picture.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What is shown beside a link to one of the municipality's pages. */
export const GET: RequestHandler = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const picture = linkPicture(look.read(found.db).accent);
	return new Response(new Uint8Array(picture), {
		headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' }
	});
};
