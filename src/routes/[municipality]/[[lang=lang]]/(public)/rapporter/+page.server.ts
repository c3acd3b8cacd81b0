import * as reports from '$lib/server/reports/reports.ts';
import { readable } from '../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = await readable(event);
	return {
		reports: reports.published(db).map(({ quarter, publishedOn }) => ({ quarter, publishedOn }))
	};
};
