import { Opening, ShareId, Withdrawal, type OpeningReply } from '$lib/journey/share.ts';
import { today } from '$lib/server/core/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as shares from '$lib/server/journey/shares.ts';
import * as throttle from '$lib/server/core/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestEvent, RequestHandler } from './$types';

/** A jobcentre opens many from one address; a guesser would have to try billions, of each share and from each address. */
const TRIES = { limit: 60, perSeconds: 3600 };
const TRIES_AT_ONE = { limit: 20, perSeconds: 3600 };

/** Opens: a POST, as it counts. A link scanner that only follows links uses nothing up. */
export const POST: RequestHandler = async (event) => {
	const { db, id, wait } = arrive(event);
	if (wait) return tooMany(wait);
	const opening = Opening.safeParse(await event.request.json().catch(() => undefined));
	if (!opening.success) error(400);
	const reply: OpeningReply = shares.open(db, id, opening.data.proof, today());
	return json(reply, { headers: { 'cache-control': 'no-store' } });
};

/** Withdraws, with the secret that only the owner's device has. */
export const DELETE: RequestHandler = async (event) => {
	const { db, id, wait } = arrive(event);
	if (wait) return tooMany(wait);
	const withdrawal = Withdrawal.safeParse(await event.request.json().catch(() => undefined));
	if (!withdrawal.success) error(400);
	if (!shares.withdraw(db, id, withdrawal.data.owner)) error(404);
	return new Response(null, { status: 204 });
};

function arrive({ params, getClientAddress }: RequestEvent) {
	const found = municipality.find(params.municipality);
	const id = ShareId.safeParse(params.share);
	if (!found || !id.success) error(404);
	const wait =
		throttle.take(`shares ${getClientAddress()}`, TRIES) ||
		throttle.take(`share ${params.municipality} ${id.data}`, TRIES_AT_ONE);
	return { db: found.db, id: id.data, wait };
}

const tooMany = (seconds: number): Response =>
	new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
