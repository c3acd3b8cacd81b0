import { NewShare, type NewShareReply } from '$lib/journey/share.ts';
import { today } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as shares from '$lib/server/journey/shares.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { jsonOf, tooMany } from '../requests.ts';

/** Keeps a picture that was locked on the device. */
export const POST: RequestHandler = async (event) => {
	const { params, request } = event;
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const wait = throttle.take('new-shares', networkOf(event), { place: params.municipality });
	if (wait) return tooMany(wait);
	const share = NewShare.safeParse(await jsonOf(request));
	if (!share.success) error(400);
	const reply: NewShareReply = shares.keep(found.db, share.data, today());
	return json(reply, { headers: { 'cache-control': 'no-store' } });
};
