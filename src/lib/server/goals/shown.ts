import type { Plan } from '../../plan/plan.ts';
import * as settings from '../core/settings.ts';
import type { Db } from '../core/database.ts';

const NAME = 'public-goals';
const ALL = '*';

/** Ids of the goals that everybody may see. Until the municipality has chosen, none. */
export function shown(db: Db, plan: Pick<Plan, 'goals'>): Set<string> {
	const chosen = settings.get(db, NAME) ?? '';
	const ids = plan.goals.map(({ id }) => id);
	return new Set(chosen === ALL ? ids : chosen.split(',').filter((id) => ids.includes(id)));
}

/** @param wanted ids, or `all`: also those that the plan comes to have */
export const choose = (db: Db, wanted: readonly string[] | 'all'): void =>
	settings.put(db, NAME, wanted === 'all' ? ALL : wanted.join(','));
