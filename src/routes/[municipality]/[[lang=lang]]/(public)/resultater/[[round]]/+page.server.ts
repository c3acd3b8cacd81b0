import { today } from '$lib/server/core/environment.ts';
import { answered } from '$lib/server/goals/answered.ts';
import { shown } from '$lib/server/goals/shown.ts';
import * as reports from '$lib/server/reports/reports.ts';
import * as results from '$lib/server/results/results.ts';
import { otherRounds, roundFigures } from '$lib/server/results/round-figures.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

/** The others are with the goals. */
const ANSWERED_SHOWN = 5;

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const { params } = event;
	const kept = params.round === undefined ? results.newest(db) : results.find(db, params.round);
	const about = {
		today: today(),
		answered: answered(db, plan).slice(0, ANSWERED_SHOWN),
		hasGoals: shown(db, plan).size > 0,
		hasReports: reports.published(db).length > 0
	};
	if (!kept) {
		if (params.round !== undefined) error(404);
		return { ...about, figures: null, others: [] };
	}
	return {
		...about,
		figures: roundFigures(db, plan, kept, today()),
		others: otherRounds(db, kept.round.id, today())
	};
};
