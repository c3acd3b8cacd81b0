import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

export const takes = { most: 0 } satisfies Takes;

/** `validate`: every plan read, and every text that lacks a language named. @throws when something is to be mended. */
export function run(): void {
	const flaws = plans.validate();
	for (const { municipality, path, reason } of flaws)
		console.log(`${municipality}: ${path}: ${reason}`);
	if (flaws.length > 0) throw new Error(`${flaws.length} to mend`);
	for (const plan of plans.all()) {
		const items = plan.questionnaires.reduce((sum, { items }) => sum + items.length, 0);
		console.log(`${plan.municipality}: ${plan.promises.length} promises, ${items} items, in order`);
	}
}
