import { words } from '$lib/reports/words.ts';
import { today } from '$lib/server/core/environment.ts';
import { reportingYear } from '$lib/server/reports/calendar.ts';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	return { year: reportingYear(db, plan, await words(), today()) };
};
