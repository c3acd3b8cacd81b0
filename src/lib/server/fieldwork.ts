import type { Day } from '../calendar.ts';
import * as box from './box.ts';
import { counterOf } from './counters.ts';
import { immediately, type Db } from './database.ts';
import * as rounds from './rounds.ts';

/** METHOD §4: while a unit is open its counts are rounded down to a multiple of this, for every reader. */
const ROUNDED_TO = 5;

/**
 * Writes what may be seen of the open units at the day's turn: yesterday's counts, rounded down, for the municipality, by
 * team or by channel, never crossed. Beside release the only reader of boxes.
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
				for (const [name, n] of box.read(db, {
					keysFolder,
					round,
					questionnaire,
					unit: month,
					kind
				})) {
					const cell = cellOf(name);
					if (cell) sums.set(cell, (sums.get(cell) ?? 0) + n);
				}
			}
			for (const [cell, n] of sums) {
				add.run(round.id, ...cell.split('|'), n - (n % ROUNDED_TO), today);
			}
		}
	});
}

/** `dimension|category|answer` that a counter adds to, if any. */
function cellOf(name: string): string | undefined {
	const { series, breakdown, category, item, answer } = counterOf(name);
	if (item !== '') return undefined;
	if (series === 'open') return answer === 'answered' ? '|open|answered' : undefined;
	const [channel, outcome] = answer.includes(':') ? answer.split(':') : ['', answer];
	if (breakdown === 'team') {
		if (channel === 'not-offered') return `team|${category}|not-offered`;
		return ['answered', 'declined', 'later'].includes(answer)
			? `team|${category}|${answer}`
			: undefined;
	}
	if (breakdown !== '') return undefined;
	if (answer === 'answered') return '||answered';
	if (channel === 'not-offered') return '||not-offered';
	if (outcome === 'declined' || outcome === 'later') return `||${outcome}`;
	return outcome === 'answered' ? `channel|${channel}|answered` : undefined;
}
