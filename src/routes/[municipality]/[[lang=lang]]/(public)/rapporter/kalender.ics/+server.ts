import { ics } from '$lib/reports/files/ics.ts';
import { words } from '$lib/reports/words.ts';
import { today } from '$lib/server/core/environment.ts';
import { reportingYear } from '$lib/server/reports/calendar.ts';
import { readable } from '../../../../reading.ts';
import { answer } from '../../../../report/files.ts';
import type { RequestHandler } from './$types';

/** The reporting year, for anybody's own calendar. */
export const GET: RequestHandler = async (event) => {
	const { db, plan } = await readable(event);
	const language = await words();
	const day = today();
	const { dues } = reportingYear(db, plan, language, day);
	const about = {
		name: `${plan.name}: ${language.t.calendar.title()}`,
		municipality: plan.municipality,
		today: day
	};
	return answer(ics(dues, about), 'text/calendar', 'rapportaar.ics');
};
