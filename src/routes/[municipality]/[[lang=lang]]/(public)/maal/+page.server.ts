import { today } from '$lib/server/core/environment.ts';
import { board } from '$lib/server/goals/board.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { rowsOf } from '../../../goal-board/board.ts';
import { readable } from '../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan } = await readable(event);
	const day = today();
	const seeing = { ...seen(db, plan, day), audience: 'public' as const };
	return { today: day, rows: rowsOf(board(db, plan, seeing)), population: plan.population };
};
