import { TEAM_MIN_CASEWORKERS } from '$lib/plan/plan.ts';
import * as audit from '$lib/server/core/audit.ts';
import { environment } from '$lib/server/core/environment.ts';
import * as settings from '$lib/server/core/settings.ts';
import { teams } from '$lib/server/plan/forms/lists.ts';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { arranged, saved, shown } from '../editing.ts';

export const load: PageServerLoad = (event) => {
	const authorised = authorise(event);
	return {
		...shown(authorised, teams),
		least: TEAM_MIN_CASEWORKERS,
		areOurs: environment().DEMO || settings.areTeamSizesOurs(authorised.db)
	};
};

export const actions: Actions = {
	arrange: async (event) => {
		authorise(event, 'arrange');
		return arranged(event, teams);
	},
	save: async (event) => {
		const authorised = authorise(event, 'save');
		const outcome = await saved(authorised, event, teams);
		if ('version' in outcome) settings.confirmTeamSizes(authorised.db);
		return outcome;
	},
	confirm: (event) => {
		const { db, staff } = authorise(event, 'confirm');
		settings.confirmTeamSizes(db);
		audit.log(db, { who: staff.id, what: 'team-sizes-confirmed', ...audit.moment(new Date()) });
		return { areConfirmed: true };
	}
};
