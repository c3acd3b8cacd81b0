import { today } from '$lib/server/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const { title, period } = found.plan;
	return { plan: { title, period, isExpired: period.to < Number(today().slice(0, 4)) } };
};
