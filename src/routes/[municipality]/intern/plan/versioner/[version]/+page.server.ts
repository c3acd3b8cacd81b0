import { changes, lines } from '$lib/plan/changes.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as settings from '$lib/server/core/settings.ts';
import { today } from '$lib/server/core/environment.ts';
import * as planVersions from '$lib/server/plan/versions.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { error, fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { authorise } from '../../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, version, session, shown } = asked(event);
	const before = version > 1 ? planVersions.at(db, plan, version - 1) : undefined;
	const isCurrent = version === planVersions.latest(db);
	return {
		version,
		changes: before ? changes(before, shown) : [],
		lines: lines(shown),
		codes: settings.languages(db, shown),
		mayRestore: !isCurrent && may(signedOf(session), event.route.id, 'restore')
	};
};

export const actions: Actions = {
	restore: (event) => {
		const { db, plan, staff, version } = asked(event, 'restore');
		const outcome = planVersions.restore(db, plan, version, { by: staff.id, today: today() });
		if (!outcome.ok) return fail(400, { reason: outcome.reason });
		audit.log(db, {
			who: staff.id,
			what: 'plan-changed',
			about: `${outcome.version}: = ${version}`,
			...audit.moment(new Date())
		});
		return { made: outcome.version };
	}
};

function asked(event: RequestEvent, action?: string) {
	const authorised = authorise(event, action);
	const version = Number(event.params.version);
	const shown = planVersions.at(authorised.db, authorised.plan, version);
	if (!shown) error(404);
	return { ...authorised, version, shown };
}
