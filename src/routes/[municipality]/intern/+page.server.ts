import { addDays } from '$lib/calendar.ts';
import { words } from '$lib/reports/words.ts';
import { today } from '$lib/server/core/environment.ts';
import * as progress from '$lib/server/results/progress.ts';
import { cards } from '$lib/server/overview/overview.ts';
import { duesOfReports, reportingYear } from '$lib/server/reports/calendar.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import type { PageServerLoad } from './$types';
import { authorise } from './authorise.ts';

/** How far ahead the overview tells what the committee waits for. */
const DAYS_AHEAD = 60;

export const load: PageServerLoad = async (event) => {
	const authorised = authorise(event);
	const { db, plan, staff, session } = authorised;
	const mayOn = (path: string): boolean => may(signedOf(session), `${event.route.id}${path}`);
	return {
		cards: cards(authorised, staff, today()),
		name: staff.name,
		roles: staff.roles,
		startsTablets: mayOn('/tablet'),
		field: mayOn('/maalinger') ? progress.inTheField(db, plan, today()) : [],
		coming: progress.coming(db, today()),
		dues: mayOn('/rapporter')
			? duesOfReports(reportingYear(db, plan, await words(), today()), addDays(today(), DAYS_AHEAD))
			: []
	};
};
