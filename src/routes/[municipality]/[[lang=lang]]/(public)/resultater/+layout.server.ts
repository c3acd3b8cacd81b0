import { today } from '$lib/server/core/environment.ts';
import { useOfResults } from '$lib/server/reports/open-data.ts';
import { readable, wayBack } from '../../../reading.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { title, period } = plan;
	const day = today();
	return {
		plan: { title, period, isExpired: period.to < Number(day.slice(0, 4)) },
		staffHome: wayBack(event),
		use: { ...useOfResults(db, plan, day), files: ['noegletal.csv', 'noegletal.xlsx'] }
	};
};
