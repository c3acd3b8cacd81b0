import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Day } from '../src/lib/calendar.ts';
import type { Plan } from '../src/lib/plan/plan.ts';
import type { Given } from '../src/lib/server/demo/year/given.ts';
import { recount, type Row } from './recount/recount.ts';
import { subtractions, unsafe } from './support/ledger.ts';
import { play, released } from './support/play.ts';
import { small } from './support/small.ts';

/** 100 and more by hand: `DATA_SETS=100 npx vitest run tests/ledger.spec.ts`. */
const DATA_SETS = Number(process.env.DATA_SETS ?? 40);

/** Plays it to the end, and takes down what anyone could then read. */
async function publish(plan: Plan, given: Given, end: Day): Promise<Row[]> {
	const { db, keysFolder } = await play(plan, given, end);
	const rows = released(db);
	db.close();
	rmSync(keysFolder, { recursive: true });
	return rows;
}

// The five demos are held to the same in figures.spec.ts.
describe('no subtraction of released figures leads to a small group', () => {
	it(`in ${DATA_SETS} small municipalities, whose figures also equal a recount`, async () => {
		let shown = 0;
		let hidden = 0;
		for (let seed = 0; seed < DATA_SETS; seed++) {
			const { plan, given, end } = small(`ledger ${seed}`);
			const rows = await publish(plan, given, end);
			expect(rows, `seed ${seed}`).toEqual(recount(given, given.rounds, plan, end));
			const found = subtractions(rows, given, plan, end);
			expect(unsafe(rows, found), `seed ${seed}`).toEqual([]);
			shown += found.filter(({ left }) => left === 0).length;
			hidden += found.filter(({ left }) => left > 0).length;
		}
		// Without both kinds the data sets would prove nothing.
		expect(shown).toBeGreaterThan(100);
		expect(hidden).toBeGreaterThan(100);
	}, 300_000);
});
