import { environment } from '$lib/server/core/environment.ts';
import { may } from '$lib/server/staff/access/access.ts';
import type { LayoutServerLoad } from './$types';
import { municipalityOf } from './authorise.ts';
import { NAVIGATION } from './navigation.ts';

export const load: LayoutServerLoad = (event) => {
	const municipality = municipalityOf(event);
	const { session } = event.locals;
	const base = `/${municipality.plan.municipality}/intern`;
	const signed = session && { step: session.step, roles: session.staff.roles };
	return {
		base,
		place: municipality.plan.name,
		isDemo: environment().DEMO,
		staff:
			session?.step === 'done'
				? { id: session.staff.id, name: session.staff.name, roles: session.staff.roles }
				: undefined,
		isUnderWay: session !== undefined && session.step !== 'done',
		navigation: NAVIGATION.filter(
			(entry) =>
				may(signed, `/[municipality]/intern${entry.to}`) &&
				(!('of' in entry) || municipality.plan[entry.of] !== undefined)
		)
	};
};
