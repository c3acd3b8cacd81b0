import { Opening, ShareId, Withdrawal, type OpeningReply } from '$lib/journey/share.ts';
import { today } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as shares from '$lib/server/journey/shares.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestEvent, RequestHandler } from './$types';
import { jsonOf, tooMany } from '../../requests.ts';

/** Opens: a POST, as it counts. A link scanner that only follows links uses nothing up. */
export const POST: RequestHandler = async (event) => {
	const { db, id, wait, wasRight } = arrive(event);
	if (wait) return tooMany(wait);
	const opening = Opening.safeParse(await jsonOf(event.request));
	if (!opening.success) error(400);
	const reply: OpeningReply = shares.open(db, id, opening.data.proof, today());
	if (reply.outcome !== 'unknown') wasRight();
	return json(reply, { headers: { 'cache-control': 'no-store' } });
};

/** Withdraws, with the secret that only the owner's device has. */
export const DELETE: RequestHandler = async (event) => {
	const { db, id, wait, wasRight } = arrive(event);
	if (wait) return tooMany(wait);
	const withdrawal = Withdrawal.safeParse(await jsonOf(event.request));
	if (!withdrawal.success) error(400);
	if (!shares.withdraw(db, id, withdrawal.data.owner)) error(404);
	wasRight();
	return new Response(null, { status: 204 });
};

/** Takes a try of the network and of the share, before anything is looked up; a right one is given back. */
function arrive(event: RequestEvent) {
	const { municipality: place, share } = event.params;
	const found = municipality.find(place);
	const id = ShareId.safeParse(share);
	if (!found || !id.success) error(404);
	const network = networkOf(event);
	const wait =
		throttle.take('wrong-share-proofs', network) ||
		throttle.take('wrong-proofs-of-share', id.data, { place });
	const wasRight = (): void => {
		throttle.giveBack('wrong-share-proofs', network);
		throttle.giveBack('wrong-proofs-of-share', id.data, { place });
	};
	return { db: found.db, id: id.data, wait, wasRight };
}
