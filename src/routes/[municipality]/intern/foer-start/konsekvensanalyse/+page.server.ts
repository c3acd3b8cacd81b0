import * as compliance from '$lib/server/rounds/compliance.ts';
import * as settings from '$lib/server/core/settings.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return {
		// What is the same for all, with blanks for what each municipality decides.
		isShared: event.url.searchParams.has('faelles'),
		// Before anything counts, the paper is made of what is there: it is what the assessment begins with.
		entered: compliance.draft(db)?.draft ?? compliance.read(db) ?? {},
		name: plan.name,
		settings: settings.read(db, plan),
		plan: plan.title,
		situations: plan.situations.map(({ text }) => text.da)
	};
};
