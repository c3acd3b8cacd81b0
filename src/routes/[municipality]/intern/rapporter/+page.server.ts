import { today } from '$lib/server/core/environment.ts';
import * as reports from '$lib/server/reports/reports.ts';
import { isOut } from '$lib/server/results/quarter-figures.ts';
import { authorise } from '../authorise.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db } = authorise(event);
	const day = today();
	const all = reports.versions(db);
	return {
		reports: reports.quarters(db, day).map((quarter) => {
			const released = all.filter((each) => each.quarter === quarter && each.releasedOn !== null);
			return {
				quarter,
				isOut: isOut(db, quarter, day),
				isInWork: reports.inWork(db, quarter) !== undefined,
				latest: released.at(-1) ?? null
			};
		})
	};
};
