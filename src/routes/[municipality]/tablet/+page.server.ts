import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as startCodes from '$lib/server/tablet/start-codes.ts';
import * as tablets from '$lib/server/tablet/tablets.ts';
import * as throttle from '$lib/server/core/throttle.ts';
import { error, fail } from '@sveltejs/kit';
import type { Actions } from './$types';

/** A wrong code costs a try; there are 29⁸ codes, and one is good for half an hour. */
const WRONG_CODES = { limit: 10, perSeconds: 900 };
/** From all addresses together: a guesser may have many. */
const WRONG_CODES_IN_ALL = { limit: 200, perSeconds: 3600 };

export const actions: Actions = {
	/** Starts the tablet with a code that a caseworker made on their own screen: nobody signs in on this one. */
	start: async ({ params, request, getClientAddress }) => {
		const found = municipality.find(params.municipality);
		if (!found) error(404);
		const data = await request.formData();
		const here = `start ${params.municipality} ${getClientAddress()}`;
		const all = `start ${params.municipality}`;
		if (throttle.isOut(here, WRONG_CODES) || throttle.isOut(all, WRONG_CODES_IN_ALL)) {
			return fail(429, { reason: 'too-many' as const });
		}
		const now = new Date();
		const chosen = startCodes.use(found.db, found.keysFolder, textOf(data, 'code'), now);
		if (!chosen) {
			throttle.take(here, WRONG_CODES);
			throttle.take(all, WRONG_CODES_IN_ALL);
			return fail(400, { reason: 'wrong' as const });
		}
		const previous = textOf(data, 'previous') || undefined;
		const outcome = tablets.start(found.db, found.plan, chosen, { previous, today: today() });
		if (!outcome.ok) return fail(400, { reason: 'not-open' as const });
		const about = `${chosen.round} ${chosen.team ?? ''}: ${chosen.label}`;
		audit.log(found.db, { who: null, what: 'tablet-started', about, ...audit.moment(now) });
		return { started: outcome.started };
	}
};
