import { today } from '$lib/server/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as results from '$lib/server/results.ts';
import { statementFigures } from '$lib/server/roundFigures.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	const kept = found && results.find(found.db, params.round);
	const figures = kept && statementFigures(found.db, found.plan, kept, params.item, today());
	if (!figures) error(404);
	const promises = found.plan.promises
		.filter(({ id }) => figures.statement.item.promises.includes(id))
		.map(({ text }) => text);
	return { figures, promises };
};
