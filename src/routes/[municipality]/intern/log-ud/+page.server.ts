import * as oidc from '$lib/server/staff/oidc.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { houseOf } from '../door.ts';
import { leave } from '../entrance.ts';

export const load: PageServerLoad = (event) => ({
	isIn: event.locals.session !== undefined,
	label: oidc.loginOf(houseOf(event).plan.municipality)?.label
});

export const actions: Actions = {
	default: async (event) => {
		await leave(event);
		redirect(303, `/${houseOf(event).plan.municipality}/intern/log-ud`);
	}
};
