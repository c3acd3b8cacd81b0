import { today } from '$lib/server/core/environment.ts';
import * as field from '$lib/server/results/progress.ts';
import { cards } from '$lib/server/overview/overview.ts';
import { may } from '$lib/server/staff/roles.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import type { PageServerLoad } from './$types';
import { authorise } from './door.ts';

export const load: PageServerLoad = (event) => {
	const house = authorise(event);
	const { db, plan, staff, session } = house;
	const mayOn = (path: string): boolean => may(signedOf(session), `${event.route.id}${path}`);
	return {
		cards: cards(house, staff, today()),
		name: staff.name,
		roles: staff.roles,
		startsTablets: mayOn('/tablet'),
		field: mayOn('/maalinger') ? field.inTheField(db, plan, today()) : [],
		coming: field.coming(db, today())
	};
};
