import * as compliance from '$lib/server/rounds/compliance.ts';
import * as settings from '$lib/server/core/settings.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return {
		entered: compliance.read(db),
		settings: settings.read(db, plan),
		plan: plan.title,
		situations: plan.situations.map(({ text }) => text.da)
	};
};
