import { today } from '$lib/server/core/environment.ts';
import { readable, wayBack } from '../../../reading.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { title, period } = (await readable(event)).plan;
	return {
		plan: { title, period, isExpired: period.to < Number(today().slice(0, 4)) },
		staffHome: wayBack(event)
	};
};
