import { sayingOf } from '../../../goal-board/saying.ts';
import { isLanguage } from '$lib/i18n/messages.ts';
import { today } from '$lib/server/core/environment.ts';
import { drawnRows } from '../../../goal-board/drawn-rows.ts';
import { readable } from '../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { lang } = event.params;
	const language = lang && isLanguage(lang) ? lang : 'da';
	const reading = { language, say: await sayingOf(language), today: today() };
	return { rows: drawnRows(db, plan, reading), population: plan.population };
};
