import { prepared, type Db } from '../database.ts';
import type { Trouble } from '../trouble.ts';
import * as boxKeys from './box-keys.ts';

/** What is wrong with the keys of the units that wait for their day, round by round. */
export const flaws = (db: Db, keysFolder: string): Trouble[] =>
	[...waiting(db)].flatMap(([round, units]) => boxKeys.flawOf({ keysFolder, round }, units) ?? []);

/**
 * Before anything is made, closed or destroyed upon what lies among the keys.
 * @throws Trouble where the keys of units that wait are not there as a whole: nothing is gone for good yet
 */
export function demand(db: Db, keysFolder: string): void {
	const [flaw] = flaws(db, keysFolder);
	if (flaw) throw flaw;
}

/** An operator goes on without the keys that are not there: each unit of theirs is closed as lost on its day. */
export function giveUp(db: Db, keysFolder: string): void {
	for (const [round, units] of waiting(db)) {
		if (boxKeys.flawOf({ keysFolder, round }, units)) boxKeys.giveUp({ keysFolder, round });
	}
}

function waiting(db: Db): Map<string, string[]> {
	const rows = prepared<[], { round: string; unit: string }>(
		db,
		"select round, unit from unit where state = 'open'"
	).all();
	const byRound = Map.groupBy(rows, ({ round }) => round);
	return new Map([...byRound].map(([round, of]) => [round, of.map(({ unit }) => unit)]));
}
