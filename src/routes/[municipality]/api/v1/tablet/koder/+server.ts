import { today } from '$lib/server/core/environment.ts';
import * as grants from '$lib/server/tablet/grants.ts';
import * as homeCodes from '$lib/server/tablet/home-codes.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as throttle from '$lib/server/core/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A tablet fetches once a day, and once more each time that its page is loaded anew. */
const FETCHES = { limit: 10, perSeconds: 86_400 };
const UNKNOWN_GRANTS = { limit: 30, perSeconds: 3600 };

/** A tablet's stock of codes for the day: see `home-codes.ts`. */
export const POST: RequestHandler = ({ params, request, getClientAddress, setHeaders }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const address = `grants ${getClientAddress()}`;
	if (throttle.isOut(address, UNKNOWN_GRANTS)) return refused('too-many', 429);
	const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	const grant = grants.find(found.db, token);
	if (!grant) {
		throttle.take(address, UNKNOWN_GRANTS);
		return refused('grant', 401);
	}
	grants.noteSeen(found.db, token, today());
	if (throttle.take(`home codes ${token}`, FETCHES)) return refused('too-many', 429);
	const codes = homeCodes.stock(found.db, found.keysFolder, grant, today());
	return json({ oejenhoejde: 1, codes });
};

const refused = (reason: string, status: number): Response =>
	json({ oejenhoejde: 1, error: reason }, { status });
