import { today } from '$lib/server/core/environment.ts';
import { gather } from '$lib/server/results/voices.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	return {
		...gather(db, plan, today()),
		mayDo: may(signedOf(session), '/[municipality]/intern/initiativer', 'take'),
		promises: plan.promises.map(({ id, text }) => ({ id, text: text.da }))
	};
};
