import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as tablets from '$lib/server/tablet/tablets.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { forgetBrowser, leaveBoth } from '../signing-in.ts';
import { aboutOf, chosenFrom } from '../tablets/chosen.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return { rounds: tablets.choices(db, plan, today()), labelMax: tablets.LABEL_MAX };
};

export const actions: Actions = {
	/** Turns this very browser into a tablet: whoever signed in is out of it before the survey is on the screen. */
	start: async (event) => {
		const { db, plan, staff } = authorise(event, 'start');
		const data = await event.request.formData();
		const chosen = chosenFrom(data);
		const previous = textOf(data, 'previous') || undefined;
		const outcome = tablets.start(db, plan, chosen, { previous, today: today() });
		if (!outcome.ok) return fail(400, { reason: outcome.reason });
		const about = aboutOf(chosen);
		audit.log(db, { who: staff.id, what: 'tablet-started', about, ...audit.moment(new Date()) });
		const ownLogin = await leaveBoth(event);
		forgetBrowser(event);
		return { started: outcome.started, ownLogin };
	}
};
