import * as planVersions from '$lib/server/plan/versions.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

const UNSAID = { reason: null, decidedOn: null, item: null };

export const load: PageServerLoad = (event) => {
	const { db } = authorise(event);
	const versions = planVersions.list(db);
	// Nobody has edited the plan: the one that it came as is the only one, of no day.
	return {
		versions:
			versions.length > 0
				? versions
				: [{ version: 1, part: '' as const, madeOn: null, by: null, ...UNSAID }]
	};
};
