import type { Day, Month } from '../../calendar.ts';
import { MIN_UNANSWERED } from '../../results/suppression.ts';
import { takesUntil } from '../../survey/round.ts';
import * as box from '../rounds/box.ts';
import { counterOf, TABLET_OFFERED } from '../rounds/counters.ts';
import { immediately, type Db } from '../core/database.ts';
import { threshold } from '../core/settings.ts';
import * as rounds from '../rounds/rounds.ts';

/** METHOD §4: while a unit is open its counts are rounded down to a multiple of this, for every reader. */
export const ROUNDED_TO = 5;
/** As many as a round must expect to invite. */
export const SENDING_MIN = rounds.ROUND_MIN_INVITATIONS;

/**
 * Writes what may be seen of the open units at the day's turn: yesterday's counts, rounded down, for the municipality, by
 * team or by channel, never crossed; and of each month's codes how many are used. Beside release the only reader of boxes.
 */
export function write(db: Db, keysFolder: string, today: Day): void {
	immediately(db, () => {
		db.prepare('delete from fieldwork').run();
		const add = db.prepare(
			'insert into fieldwork (round, dimension, category, answer, n, day) values (?, ?, ?, ?, ?, ?)'
		);
		for (const { round, questionnaire } of rounds.list(db)) {
			const sums = new Map<string, number>();
			for (const unit of rounds.units(db, round.id)) {
				if (unit.kind !== 'month' || unit.state !== 'open' || round.opensOn > today) continue;
				const { unit: month, kind } = unit;
				const asked = { keysFolder, round, questionnaire, unit: month, kind };
				// What cannot be opened has no numbers; its leader is told elsewhere.
				for (const [name, n] of box.readIf(db, asked) ?? []) {
					for (const cell of cellsOf(name)) sums.set(cell, (sums.get(cell) ?? 0) + n);
				}
			}
			for (const [cell, n] of sums) {
				add.run(round.id, ...cell.split('|'), down(n), today);
			}
			if (today > takesUntil(round)) continue;
			for (const { month, invited, used } of sendings(db, round.id)) {
				add.run(round.id, 'sending', month, 'used', usedShown(invited, used, threshold(db)), today);
			}
		}
	});
}

/**
 * How many of a month's codes may be said to be used: a multiple of five, 0 for fewer than the threshold, and never more than
 * would leave five unused. So no number says that all are used, or that none is. Few codes are one person's to make up, who
 * could then tell the last one from the others: with fewer than fifty nothing is said.
 */
export function usedShown(invited: number, used: number, atLeast: number): number {
	if (invited < SENDING_MIN) return 0;
	const most = invited - MIN_UNANSWERED;
	const n = Math.min(down(used), down(most));
	return n >= atLeast ? n : 0;
}

const down = (n: number): number => n - (n % ROUNDED_TO);

/**
 * What was sent out for a month, whatever the teams and batches. Of a month that a batch was taken out of or moved to nothing is
 * said: before and after would tell of that batch alone.
 */
const sendings = (db: Db, round: string): { month: Month; invited: number; used: number }[] =>
	db
		.prepare<{ round: string }, { month: Month; invited: number; used: number }>(
			`with changed as (
				select batch.month as now, batch_change.month as before
				from batch_change join batch on batch.id = batch_change.batch where batch.round = @round
			)
			select month, count(*) as invited, sum(used) as used
			from code join batch on batch.id = code.batch
			where code.round = @round and batch.home = 0
			and month not in (select now from changed union select before from changed)
			group by month order by month`
		)
		.all({ round });

/** Each `dimension|category|answer` that a counter adds to. */
function cellsOf(name: string): string[] {
	const { series, breakdown, category, item, answer } = counterOf(name);
	if (item !== '') return [];
	if (series === 'open') return answer === 'answered' ? ['|open|answered'] : [];
	const [channel, outcome] = answer.includes(':') ? answer.split(':') : ['', answer];
	if (breakdown === 'team') {
		if (channel === 'not-offered') return [`team|${category}|not-offered`];
		const isShown = ['answered', 'declined', 'later', TABLET_OFFERED].includes(answer);
		return isShown ? [`team|${category}|${answer}`] : [];
	}
	if (breakdown !== '') return [];
	if (answer === 'answered') return ['||answered'];
	if (channel === 'not-offered') return ['||not-offered'];
	const offered = channel === 'tablet' ? [`||${TABLET_OFFERED}`] : [];
	if (outcome === 'declined' || outcome === 'later') return [`||${outcome}`, ...offered];
	return outcome === 'answered' ? [`channel|${channel}|answered`, ...offered] : [];
}

export type FieldworkRow = { dimension: string; category: string; answer: string; n: number };

/** What was written at the day's turn: the only thing that anyone may see of what is not released. */
export function read(db: Db, round: string): { day: Day; rows: FieldworkRow[] } | undefined {
	const day = db
		.prepare<[string], Day>('select day from fieldwork where round = ? limit 1')
		.pluck()
		.get(round);
	if (day === undefined) return undefined;
	const rows = db
		.prepare<[string], FieldworkRow>(
			`select dimension, category, answer, n from fieldwork
			 where round = ? order by dimension, category, answer`
		)
		.all(round);
	return { day, rows };
}
