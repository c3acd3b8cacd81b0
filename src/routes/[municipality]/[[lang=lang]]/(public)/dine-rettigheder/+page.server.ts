import * as compliance from '$lib/server/rounds/compliance.ts';
import { environment } from '$lib/server/core/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as settings from '$lib/server/core/settings.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	return {
		entered: compliance.read(found.db),
		commentMonths: settings.commentMonths(found.db),
		isDemo: environment().DEMO
	};
};
