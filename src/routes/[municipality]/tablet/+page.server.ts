import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as startCodes from '$lib/server/tablet/start-codes.ts';
import * as tablets from '$lib/server/tablet/tablets.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import { error, fail } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Starts the tablet with a code that a caseworker made on their own screen: nobody signs in on this one. */
	start: async (event) => {
		const { params, request } = event;
		const found = municipality.find(params.municipality);
		if (!found) error(404);
		const data = await request.formData();
		const [network, place] = [networkOf(event), params.municipality];
		if (throttle.take('wrong-start-codes', network, { place })) {
			return fail(429, { reason: 'too-many' as const });
		}
		const now = new Date();
		const chosen = startCodes.use(found.db, found.keysFolder, textOf(data, 'code'), now);
		if (!chosen) return fail(400, { reason: 'wrong' as const });
		throttle.giveBack('wrong-start-codes', network, { place });
		const previous = textOf(data, 'previous') || undefined;
		const outcome = tablets.start(found.db, found.plan, chosen, { previous, today: today() });
		if (!outcome.ok) return fail(400, { reason: 'not-open' as const });
		const about = `${chosen.round} ${chosen.team ?? ''}: ${chosen.label}`;
		audit.log(found.db, { who: null, what: 'tablet-started', about, ...audit.moment(now) });
		return { started: outcome.started };
	}
};
