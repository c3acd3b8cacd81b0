import { monthOf, quarterOf, type Day } from '../../calendar.ts';
import type { Db } from '../core/database.ts';
import * as review from './review.ts';
import * as summaries from './summaries.ts';
import type { Summary } from './summaries.ts';

/** A summary in a quarter's material, and what the committee has decided about it. */
export type InMaterial = { summary: Summary; decided: review.Step | undefined };

/** Every quarter that has material, newest first; this one is always there. */
export function quarters(db: Db, today: Day): string[] {
	const known = summaries.list(db).flatMap((summary) => quarterOfSummary(db, summary) ?? []);
	return [...new Set([quarterOf(monthOf(today)), ...known])].sort().reverse();
}

/** What the committee reads for a quarter: seen summaries, the courses' before those of single interviews. */
export const of = (db: Db, quarter: string): InMaterial[] =>
	summaries
		.list(db)
		.filter((summary) => quarterOfSummary(db, summary) === quarter)
		.sort((a, b) => Number(a.interview !== null) - Number(b.interview !== null))
		.map((summary) => ({
			summary,
			decided: review.steps(db, summary.id).findLast(({ action }) => action === 'decide')
		}));

/** Seen, and in no quarter's material yet. */
export const waiting = (db: Db): Summary[] =>
	summaries.list(db).filter(({ state }) => state === 'seen');

function quarterOfSummary(db: Db, { id, state }: Summary): string | undefined {
	if (state !== 'in-material' && state !== 'decided') return undefined;
	const included = review.steps(db, id).findLast(({ action }) => action === 'include');
	return included?.quarter ?? undefined;
}
