import { today } from '$lib/server/core/environment.ts';
import * as grants from '$lib/server/tablet/grants.ts';
import * as intake from '$lib/server/intake/intake.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as throttle from '$lib/server/core/throttle.ts';
import { troubleOf } from '$lib/server/core/trouble.ts';
import { SubmissionsRequest, type SubmissionsReply } from '$lib/survey/envelope.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A waiting room's shared address sends in batches; a guesser of codes sends one by one, thousands of times. */
const REQUESTS = { limit: 600, perSeconds: 60 };
const UNKNOWN_CODES = { limit: 30, perSeconds: 3600 };

export const POST: RequestHandler = async ({ params, request, getClientAddress }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const address = getClientAddress();
	const wait = throttle.take(`submissions ${address}`, REQUESTS);
	if (wait) return tooMany(wait);

	const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
	const grant = token ? grants.find(found.db, token) : undefined;
	if (token && !grant) return json({ oejenhoejde: 1, error: 'grant' }, { status: 401 });

	const body = SubmissionsRequest.safeParse(await request.json().catch(() => undefined));
	if (!body.success) return json({ oejenhoejde: 1, error: 'malformed' }, { status: 400 });

	if (throttle.isOut(`codes ${address}`, UNKNOWN_CODES)) return tooMany(UNKNOWN_CODES.perSeconds);
	const { envelopes } = body.data;
	try {
		if (token) grants.noteSeen(found.db, token, today());
		const results = await intake.receive(found.db, found.keysFolder, envelopes, {
			grant,
			today: today()
		});
		for (const result of results) {
			if (result.outcome !== 'not-counted' || result.reason !== 'code-unknown') continue;
			throttle.take(`codes ${address}`, UNKNOWN_CODES);
		}
		if (results.length === 0) return busy();
		const reply: SubmissionsReply = { oejenhoejde: 1, results };
		return json(reply, { headers: { 'cache-control': 'no-store' } });
	} catch (problem) {
		if (troubleOf(problem)?.kind !== 'busy') throw problem;
		return busy();
	}
};

/** The device keeps what it has, and comes again. */
const busy = (): Response =>
	json({ oejenhoejde: 1, error: 'busy' }, { status: 503, headers: { 'retry-after': '5' } });

const tooMany = (seconds: number): Response =>
	json(
		{ oejenhoejde: 1, error: 'too-many' },
		{ status: 429, headers: { 'retry-after': String(seconds) } }
	);
