import { NewShare, type NewShareReply } from '$lib/journey/share.ts';
import { today } from '$lib/server/core/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as shares from '$lib/server/journey/shares.ts';
import * as throttle from '$lib/server/core/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A library's shared address may share for many; nobody shares this often. */
const NEW_SHARES = { limit: 60, perSeconds: 3600 };

/** Keeps a picture that was locked on the device. */
export const POST: RequestHandler = async ({ params, request, getClientAddress }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const wait = throttle.take(`new shares ${getClientAddress()}`, NEW_SHARES);
	if (wait) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } });
	const share = NewShare.safeParse(await request.json().catch(() => undefined));
	if (!share.success) error(400);
	const reply: NewShareReply = shares.keep(found.db, share.data, today());
	return json(reply, { headers: { 'cache-control': 'no-store' } });
};
