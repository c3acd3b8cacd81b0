import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../src/lib/calendar.ts';
import type { Plan } from '../src/lib/plan/plan.ts';
import type { Given } from '../src/lib/server/demo/year/given.ts';
import { year } from '../src/lib/server/demo/year/year.ts';
import { all } from '../src/lib/server/plan/plans.ts';
import { K } from './recount/counting.ts';
import { recount, type Row } from './recount/recount.ts';
import { isSafe, people, subtractions } from './support/ledger.ts';
import { play, released } from './support/play.ts';
import { small } from './support/small.ts';

const TODAY = '2026-11-22';
const DATA_SETS = 200;

/** Plays it to the end, and takes down what anyone could then read. */
async function publish(plan: Plan, given: Given, end: Day): Promise<Row[]> {
	const { db, keysFolder } = await play(plan, given, end);
	const rows = released(db);
	db.close();
	rmSync(keysFolder, { recursive: true });
	return rows;
}

/** What is said of some of those who were asked, or of some who were not: METHOD §4 holds for each by itself. */
const isApart = ({ answer }: Row): boolean => answer === 'any' || answer.startsWith('not-offered:');

/** Blocks and cells as they are read: all rows that differ in nothing but the answer. */
function cellsOf(rows: Row[]): Row[][] {
	const cells = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.answer.startsWith('offered:') || isApart(row)) continue;
		const key = JSON.stringify({ ...row, answer: '', n: 0 });
		cells.set(key, [...(cells.get(key) ?? []), row]);
	}
	return [...cells.values()];
}

function hold(rows: Row[], plan: Plan, given: Given, end: Day): void {
	expect(subtractions(rows, given, plan, end).filter((each) => !isSafe(each))).toEqual([]);
	expect(cellsOf(rows).filter((cell) => people(cell) < K)).toEqual([]);
	expect(rows.filter((row) => isApart(row) && row.n < K)).toEqual([]);
	// Of a group's outcomes nothing is told but who answered, and how many were offered: a few declined, or would wait.
	const told = rows.filter((row) => row.breakdown && !row.item && !isApart(row));
	expect(told.filter(({ answer }) => !['answered', 'offered'].includes(answer))).toEqual([]);
	for (const cell of cellsOf(rows.filter(({ breakdown, item }) => breakdown === 'team' && !item))) {
		const offered = cell.find(({ answer }) => answer === 'offered')?.n ?? 0;
		expect(offered).toBeGreaterThanOrEqual(20);
		expect(offered - people(cell)).toBeGreaterThanOrEqual(5);
	}
}

describe('no subtraction of released figures leads to a small group', () => {
	it.each(all().map((plan) => [plan.municipality, plan] as const))(
		'in the demo of %s',
		async (_, plan) => {
			const given = year(plan, TODAY);
			const end = addDays(given.rounds.at(-1)?.closesOn ?? TODAY, 31);
			const rows = await publish(plan, given, end);
			expect(subtractions(rows, given, plan, end).some(({ left }) => left > 0)).toBe(true);
			hold(rows, plan, given, end);
		}
	);

	it(`in ${DATA_SETS} small municipalities, whose figures also equal a recount`, async () => {
		let shown = 0;
		let hidden = 0;
		for (let seed = 0; seed < DATA_SETS; seed++) {
			const { plan, given, end } = small(`ledger ${seed}`);
			const rows = await publish(plan, given, end);
			expect(rows, `seed ${seed}`).toEqual(recount(given, given.rounds, plan, end));
			hold(rows, plan, given, end);
			const found = subtractions(rows, given, plan, end);
			shown += found.filter(({ left }) => left === 0).length;
			hidden += found.filter(({ left }) => left > 0).length;
		}
		// Without both kinds the data sets would prove nothing.
		expect(shown).toBeGreaterThan(100);
		expect(hidden).toBeGreaterThan(100);
	}, 300_000);
});
