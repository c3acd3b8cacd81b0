import { today } from '$lib/server/core/environment.ts';
import { useOfGoals } from '$lib/server/reports/open-data.ts';
import { readable, wayBack } from '../../../reading.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { title, period } = plan;
	const day = today();
	return {
		plan: { title, period, isExpired: period.to < Number(day.slice(0, 4)) },
		staffHome: wayBack(event),
		use: { ...useOfGoals(db, plan, day), files: ['maal.csv', 'maal.xlsx'] }
	};
};
