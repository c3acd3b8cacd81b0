import { closeAll } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as municipality from '../municipality.ts';
import { retryQuarantine } from '../intake/retry.ts';
import type { Takes } from './usage.ts';

export const takes = { most: 0 } satisfies Takes;

/** `retry-quarantine`: tries once more what could not be opened or understood, in every municipality. */
export async function run(): Promise<void> {
	try {
		await municipality.forEach(async ({ plan, db, keysFolder }) => {
			const { tried, settled } = await retryQuarantine(db, keysFolder, today());
			const counted = settled.filter(({ outcome }) => outcome === 'counted').length;
			console.log(
				`${plan.municipality}: ${tried} tried, ${counted} counted, ${tried - settled.length} still there`
			);
		});
	} finally {
		closeAll();
	}
}
