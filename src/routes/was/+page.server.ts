import { load as loadMessages } from '$lib/i18n/messages.ts';
import * as plans from '$lib/server/plan/plans.ts';
import type { PageServerLoad } from './$types';

/** Every municipality answers for its own pages: here is the way to what each has said of them. */
export const load: PageServerLoad = async () => {
	const [m, { statement }] = await Promise.all([
		loadMessages('da', 'site'),
		loadMessages('da', 'papers')
	]);
	return {
		name: m.name(),
		title: statement.title(),
		lead: m.lead(),
		municipalities: plans
			.all()
			.map(({ municipality, name }) => ({ municipality: `${municipality}/was`, name }))
	};
};
