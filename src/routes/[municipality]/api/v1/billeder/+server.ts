import { SealedCount, type CountReply } from '$lib/journey/count.ts';
import { today } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as generation from '$lib/server/halves/generation.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as pictures from '$lib/server/journey/pictures.ts';
import * as plans from '$lib/server/plan/plans.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { jsonOf, tooMany } from '../requests.ts';

/** Counts a picture whose owner has said yes to it. Sealed on the device; only the counter outlives this request. */
export const POST: RequestHandler = async (event) => {
	const { params, request } = event;
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const wait = throttle.take('pictures', networkOf(event), { place: params.municipality });
	if (wait) return tooMany(wait);
	const sealed = SealedCount.safeParse(await jsonOf(request));
	if (!sealed.success) error(400);
	const { plan, db, keysFolder } = found;
	pictures.openQuarter(db, keysFolder, plans.journey(plan), today());
	const outcome = await pictures.receive(db, keysFolder, sealed.data, today());
	// No refusal may come of keys that are older than their file: the device keeps it, and comes again.
	if (outcome === 'not-counted') generation.demand(db, keysFolder);
	const reply: CountReply = { oejenhoejde: 1, outcome };
	return json(reply, { headers: { 'cache-control': 'no-store' } });
};
