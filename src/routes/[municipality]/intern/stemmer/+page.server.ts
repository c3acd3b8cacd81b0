import { today } from '$lib/server/core/environment.ts';
import { gather } from '$lib/server/results/voices.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return {
		...gather(db, plan, today()),
		promises: plan.promises.map(({ id, text }) => ({ id, text: text.da }))
	};
};
