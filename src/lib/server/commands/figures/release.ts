import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { closeAll } from '../../core/database.ts';
import { environment, today } from '../../core/environment.ts';
import * as municipality from '../../municipality.ts';
import type { Takes } from '../usage.ts';

export const takes = { most: 0, options: { today: { type: 'string' } } } satisfies Takes;

/**
 * `release [--today 2026-11-10]`: the day's turn in every municipality. Another date than today's is for demo files alone.
 * @throws with words for the operator, naming those in which it went wrong; the others have had theirs
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: takes.options });
	const day = values.today ?? today();
	if (!z.iso.date().safeParse(day).success)
		throw new Error(`"${day}" is no date; write it as 2026-11-10`);
	if (day !== today() && !environment().DEMO) {
		throw new Error(
			'publication dates are announced and cannot be moved; --today is for a demo (DEMO=1)'
		);
	}
	try {
		await municipality.forEach(async (place) => {
			const released = await municipality.turn(place, day);
			console.log(`${place.plan.municipality}: ${released.length} units`);
			for (const { round, unit, state } of released) console.log(`  ${round} ${unit} ${state}`);
		});
	} finally {
		closeAll();
	}
}
