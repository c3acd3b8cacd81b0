import * as audit from '$lib/server/core/audit.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { searchOf } from './search.ts';

const PER_PAGE = 50;

export const load: PageServerLoad = (event) => {
	const { db } = authorise(event);
	const search = searchOf(event.url);
	const page = Math.max(1, Math.min(100_000, Number(event.url.searchParams.get('side')) || 1));
	const offset = (Math.floor(page) - 1) * PER_PAGE;
	const { lines, total } = audit.search(db, search, { limit: PER_PAGE, offset });
	return {
		search,
		lines,
		total,
		deeds: audit.DEEDS,
		newer: page > 1 ? page - 1 : undefined,
		older: offset + lines.length < total ? page + 1 : undefined
	};
};
