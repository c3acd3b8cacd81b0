import { today } from '$lib/server/core/environment.ts';
import * as grants from '$lib/server/tablet/grants.ts';
import * as homeCodes from '$lib/server/tablet/home-codes.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { bearerOf, refused, tooMany } from '../../requests.ts';

/** A tablet's stock of codes for the day: see `home-codes.ts`. */
export const POST: RequestHandler = (event) => {
	const { params, request } = event;
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const token = bearerOf(request) ?? '';
	const grant = grants.find(found.db, token);
	if (!grant) {
		const wait = throttle.take('wrong-grants', networkOf(event));
		return wait ? tooMany(wait) : refused('grant', 401);
	}
	grants.noteSeen(found.db, token, today());
	const ownWait = throttle.take('home-codes', token);
	if (ownWait) return tooMany(ownWait);
	const codes = homeCodes.stock(found.db, found.keysFolder, grant, today());
	return json({ oejenhoejde: 1, codes }, { headers: { 'cache-control': 'no-store' } });
};
