import { monthOf, type Day } from '../../calendar.ts';
import * as collecting from '../rounds/collecting.ts';
import * as codes from '../rounds/codes.ts';
import type { Db } from '../core/database.ts';
import type { Grant } from './grants.ts';

/** As many as a tablet may give away in a day; after them, the slip of paper or the poster. */
export const STOCK = 6;

/**
 * A tablet's stock for the day: codes for those who would rather answer at home. They are in no denominator, as the tablet
 * was the offer: `later` counts it, and an answer with such a code counts beside it. One that is never given away is a code
 * that nobody knows, and a tablet throws them away with the day. It fetches as many each day whether any was given or not,
 * so that neither the network nor this file tells.
 */
export function stock(db: Db, keysFolder: string, grant: Grant, today: Day): string[] {
	const round = collecting.open(db, 'tablet', today).find(({ id }) => id === grant.round);
	if (!round || grant.channel !== 'tablet') return [];
	return codes.make(db, keysFolder, {
		round: round.id,
		prefix: round.prefix,
		team: grant.team,
		month: monthOf(today),
		count: STOCK,
		home: true
	});
}
