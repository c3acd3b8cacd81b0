import { addDays } from '$lib/calendar.ts';
import { today } from '$lib/server/core/environment.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { stoppedOn } from '$lib/server/rounds/changes.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { LATE_DAYS } from '$lib/survey/round.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, session } = authorise(event);
	const day = today();
	const list = rounds.list(db).map(({ round }) => {
		const { id, name, opensOn, closesOn } = round;
		const next = rounds
			.units(db, id)
			.find(({ state, publishesOn }) => state === 'open' && publishesOn > day);
		const stopped = stoppedOn(db, id);
		return { id, name: name.da, opensOn, closesOn, next: next?.publishesOn, stopped, ...stateOf() };

		function stateOf() {
			if (day < opensOn) return { state: 'planned' as const };
			if (day <= closesOn) return { state: stopped ? ('stopped' as const) : ('open' as const) };
			const isSettled = day > addDays(closesOn, LATE_DAYS);
			return { state: isSettled ? ('done' as const) : ('waiting' as const) };
		}
	});
	const signed = { step: session.step, roles: session.staff.roles };
	return {
		rounds: list.reverse(),
		mayOpen: may(signed, `${event.route.id}/ny`)
	};
};
