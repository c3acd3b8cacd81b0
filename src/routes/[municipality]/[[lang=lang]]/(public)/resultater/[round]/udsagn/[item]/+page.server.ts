import { today } from '$lib/server/core/environment.ts';
import * as results from '$lib/server/results/results.ts';
import { statementFigures } from '$lib/server/results/round-figures.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const kept = results.find(db, event.params.round);
	const figures = kept && statementFigures(db, plan, kept, event.params.item, today());
	if (!figures) error(404);
	const promises = plan.promises
		.filter(({ id }) => figures.statement.item.promises.includes(id))
		.map(({ text }) => text);
	return { figures, promises };
};
