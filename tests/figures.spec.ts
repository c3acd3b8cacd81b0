import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays } from '../src/lib/calendar.ts';
import { year } from '../src/lib/server/demo/year.ts';
import { all } from '../src/lib/server/plans.ts';
import { recount } from './recount/recount.ts';
import { play, released } from './support/play.ts';

const TODAY = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(all().map((plan) => [plan.municipality, plan] as const))(
	'published figures of %s',
	(municipality, plan) => {
		const given = year(plan, TODAY);

		it('equal a recount of everything that was sent, on the day and when both rounds are over', async () => {
			const end = addDays(given.rounds.at(-1)?.closesOn ?? TODAY, 31);
			const { db, keysFolder } = await play(plan, given, TODAY, join(folder, municipality));
			const today = released(db);
			expect(today).toEqual(recount(given, given.rounds, plan, TODAY));
			const { turn } = await import('../src/lib/server/daily.ts');
			turn(db, keysFolder, end);
			expect(released(db)).toEqual(recount(given, given.rounds, plan, end));
			expect(released(db).length).toBeGreaterThan(today.length);
			db.close();
			rmSync(keysFolder, { recursive: true });
		});
	}
);
