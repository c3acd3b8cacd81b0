import * as oidc from '$lib/server/staff/oidc.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { municipalityOf } from '../authorise.ts';
import { leave } from '../signing-in.ts';

export const load: PageServerLoad = (event) => ({
	isIn: event.locals.session !== undefined,
	label: oidc.loginOf(municipalityOf(event).plan.municipality)?.label
});

export const actions: Actions = {
	default: async (event) => {
		await leave(event);
		redirect(303, `/${municipalityOf(event).plan.municipality}/intern/log-ud`);
	}
};
