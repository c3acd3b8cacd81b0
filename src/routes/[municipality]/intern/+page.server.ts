import { today } from '$lib/server/environment.ts';
import * as field from '$lib/server/field.ts';
import { cards } from '$lib/server/overview.ts';
import { may } from '$lib/server/roles.ts';
import { signedOf } from '$lib/server/session.ts';
import type { PageServerLoad } from './$types';
import { authorise } from './door.ts';

export const load: PageServerLoad = (event) => {
	const house = authorise(event);
	const { db, plan, staff, session } = house;
	const followsRounds = may(signedOf(session), `${event.route.id}/maalinger`);
	return {
		cards: cards(house, staff, today()),
		name: staff.name,
		roles: staff.roles,
		field: followsRounds ? field.inTheField(db, plan, today()) : [],
		coming: field.coming(db, today())
	};
};
