import * as look from '$lib/server/look/look.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const TYPES = { svg: 'image/svg+xml', png: 'image/png' };

/** Made safe when it was uploaded. Opened by itself it may do nothing either. */
export const GET: RequestHandler = ({ params, url }) => {
	const found = municipality.find(params.municipality);
	const type = params.file === 'logo.svg' ? 'svg' : 'png';
	const logo = found && look.logo(found.db, type);
	if (!logo) error(404);
	// The address changes with the logo.
	const lasts = url.searchParams.has('v') ? 'max-age=31536000, immutable' : 'no-cache';
	return new Response(new Uint8Array(logo), {
		headers: {
			'content-type': TYPES[type],
			'cache-control': lasts,
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'"
		}
	});
};
