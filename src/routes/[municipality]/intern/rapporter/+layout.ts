import { asFiled } from '$lib/reports/cells.ts';
import { words } from '$lib/reports/words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async () => {
	const { t, locale } = await words();
	return {
		r: t,
		count: locale.count,
		asFiled: (perCent: number) => asFiled(perCent, locale)
	};
};
