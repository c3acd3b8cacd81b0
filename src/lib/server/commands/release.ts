import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import * as daily from '../daily.ts';
import { closeAll } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as municipality from '../municipality.ts';
import * as pictures from '../journey/pictures.ts';
import * as plans from '../plan/plans.ts';
import * as shares from '../journey/shares.ts';

/** `release [--today 2026-11-10]`: the day's turn in every municipality. Another date than today's is for demo files alone. */
export function run(args: string[]): void {
	const { values } = parseArgs({ args, options: { today: { type: 'string' } } });
	const day = values.today ?? today();
	if (!z.iso.date().safeParse(day).success)
		throw new Error(`"${day}" is no date; write it as 2026-11-10`);
	if (day !== today() && !environment().DEMO) {
		throw new Error(
			'publication dates are announced and cannot be moved; --today is for a demo (DEMO=1)'
		);
	}
	for (const { plan, db, keysFolder } of municipality.all()) {
		pictures.turn(db, keysFolder, plans.journey(plan), day);
		shares.expire(db, day);
		const released = daily.turn(db, keysFolder, day);
		console.log(`${plan.municipality}: ${released.length} units`);
		for (const { round, unit, state } of released) console.log(`  ${round} ${unit} ${state}`);
	}
	closeAll();
}
