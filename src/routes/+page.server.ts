import { environment } from '$lib/server/environment.ts';
import * as plans from '$lib/server/plans.ts';
import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { root } = await loadMessages('da', 'citizen');
	return {
		name: root.name(),
		title: root.title(),
		lead: root.lead(),
		demo: environment().DEMO ? root.demo() : undefined,
		municipalities: plans.all().map(({ municipality, name }) => ({ municipality, name }))
	};
};
