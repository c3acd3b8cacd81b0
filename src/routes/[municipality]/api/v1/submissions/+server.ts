import * as condition from '$lib/server/condition.ts';
import { today } from '$lib/server/core/environment.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as grants from '$lib/server/tablet/grants.ts';
import * as intake from '$lib/server/intake/intake.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { troubleOf } from '$lib/server/core/trouble.ts';
import { SubmissionsRequest, type SubmissionsReply } from '$lib/survey/envelope.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { bearerOf, jsonOf, refused, tooMany } from '../requests.ts';

export const POST: RequestHandler = async (event) => {
	const { params, request } = event;
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const stranger = { network: networkOf(event), place: params.municipality };
	const token = bearerOf(request);
	const grant = token ? grants.find(found.db, token) : undefined;
	// Whoever carries a grant is never held off by what others of their network send.
	const wait = grant
		? throttle.take('requests-of-grant', token ?? '')
		: throttle.take(token ? 'wrong-grants' : 'requests', stranger.network);
	if (wait) return tooMany(wait);
	if (token && !grant) return refused('grant', 401);

	const body = SubmissionsRequest.safeParse(await jsonOf(request));
	if (!body.success) return refused('malformed', 400);
	try {
		if (token) grants.noteSeen(found.db, token, today());
		const received = await intake.receive(found.db, found.keysFolder, body.data.envelopes, {
			grant,
			...(!grant && { stranger }),
			today: today()
		});
		const { results } = received;
		if (results.length === 0) return received.wait ? tooMany(received.wait) : busy();
		const reply: SubmissionsReply = { oejenhoejde: 1, results };
		return json(reply, { headers: { 'cache-control': 'no-store' } });
	} catch (problem) {
		const trouble = troubleOf(problem);
		if (trouble?.kind !== 'busy') throw problem;
		condition.say(params.municipality, trouble, { problem, route: event.route.id });
		return busy();
	}
};

/** The device keeps what it has, and comes again. */
const busy = (): Response =>
	json(
		{ oejenhoejde: 1, error: 'busy' },
		{ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } }
	);
