import { monthsOfQuarter, quarterBefore } from '../../calendar.ts';
import type { Compared, Reckoned, Report, Row } from '../../reports/document.ts';
import { ROW_COLUMNS } from '../../reports/document.ts';
import type { Figure } from '../../results/figure.ts';
import { newcombe } from '../../results/statistics.ts';
import { perCent, valueOf } from '../../rounding.ts';
import type { Db } from '../core/database.ts';
import type { QuarterOfRound } from '../results/quarter-figures.ts';
import * as results from '../results/results.ts';
import { figuresOf } from './survey-part.ts';

/** A copy of the released rows that a quarter's figures and those of the quarter before are reckoned from, and every figure and change of them. */
export function dataOf(db: Db, of: readonly QuarterOfRound[], quarter: string): Report['data'] {
	const figures = new Map<string, Reckoned>();
	const changes: Compared[] = [];
	for (const one of of) {
		for (const { items, figure, earlier } of figuresOf(one)) {
			const now = reckoned(one.kept.round.id, quarter, figure, items);
			if (!now) continue;
			figures.set(now.id, now);
			const { round, change } = earlier ?? {};
			if (!earlier || !round || !change || change === 'baseline-unknown') continue;
			const then = reckoned(round, quarterBefore(quarter), earlier.figure, earlier.items);
			if (!then) continue;
			figures.set(then.id, then);
			const interval = newcombe(sampleOf(now), sampleOf(then));
			changes.push({
				now: now.id,
				before: then.id,
				low: perCent(interval.low, 1),
				high: perCent(interval.high, 1),
				change
			});
		}
	}
	const all = [...figures.values()];
	return {
		columns: [...ROW_COLUMNS],
		rows: [...Map.groupBy(all, ({ round }) => round)].flatMap(([round, ofRound]) =>
			rowsOf(db, round, new Set(ofRound.flatMap(({ units }) => units)))
		),
		figures: all,
		changes
	};
}

const sampleOf = ({ k, answers, n }: Reckoned) => ({ share: valueOf({ k, n: answers }), n });

function reckoned(
	round: string,
	quarter: string,
	figure: Figure,
	items: readonly { id: string }[]
): Reckoned | null {
	if (figure.state === 'hidden') return null;
	const { share, n, interval } = figure;
	const ids = items.map(({ id }) => id);
	return {
		id: [round, quarter, ids.length === 1 ? ids[0] : '*'].join('/'),
		round,
		units: monthsOfQuarter(quarter),
		items: ids,
		k: share.k,
		answers: share.n,
		n,
		share: perCent(share, 1),
		low: interval && perCent(interval.low, 1),
		high: interval && perCent(interval.high, 1)
	};
}

/** Of the whole municipality and of those who were asked: what every figure of the report is a sum of. */
const rowsOf = (db: Db, round: string, units: ReadonlySet<string>): Row[] =>
	results
		.everything(db, round)
		.filter(
			({ unit, series, breakdown }) => units.has(unit) && series === 'asked' && breakdown === ''
		)
		.flatMap(({ unit, counts }) =>
			Object.entries(counts).flatMap(([item, count]) =>
				Object.entries(count).map(([answer, n]): Row => [round, unit, item, answer, n])
			)
		);
