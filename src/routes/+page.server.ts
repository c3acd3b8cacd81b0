import { environment } from '$lib/server/core/environment.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const m = await loadMessages('da', 'site');
	return {
		name: m.name(),
		title: m.title(),
		lead: m.lead(),
		demo: environment().DEMO ? m.demo() : undefined,
		municipalities: plans.all().map(({ municipality, name }) => ({ municipality, name }))
	};
};
