import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { command, open } from '../../support/site.ts';
import { again, BROKEN, DUE, foldersIn, lived, type Life } from './life.ts';

/** A few in every run of the faults; a hundred with `ROUNDS=100 npm run test:faults -- --grep "at once"`. */
const ROUNDS = Number(process.env.ROUNDS ?? 8);

let life: Life;
test.beforeAll(async () => {
	life = await lived();
});
test.afterAll(() => life.clear());

test(`the server and two commands release at once, ${ROUNDS} times: the same rows each time, and nothing carried twice`, async () => {
	test.setTimeout(60_000 + ROUNDS * 15_000);
	const alone = await releasedIn(life, async (variables) => {
		expect((await command(variables, ['release'])).code).toBe(0);
	});
	expect(alone.rows.length).toBeGreaterThan(0);
	expect(alone.units.filter((unit) => unit.includes('carried')).length).toBeGreaterThan(0);
	for (let round = 0; round < ROUNDS; round++) {
		const together = await releasedIn(life, async (variables) => {
			const [site, ...commands] = await Promise.all([
				open(variables),
				command(variables, ['release']),
				command(variables, ['release'])
			]);
			await site.clear();
			// One may have been told that the file is held, and says so; it did nothing by halves.
			for (const { code, error } of commands)
				expect(code === 0 || /holds the file/.test(error), error).toBe(true);
		});
		expect(together).toEqual(alone);
	}
});

/** What is published of the broken one, row by row, when the work is done on a copy of the life. */
async function releasedIn(
	of: Life,
	work: (variables: { [name: string]: string }) => Promise<void>
): Promise<{ rows: unknown[]; units: string[] }> {
	const folder = again(of);
	const variables = { ...foldersIn(folder), TODAY: DUE, DEMO: '1' };
	await work(variables);
	const db = new Database(join(variables.DATA_DIR, `${BROKEN}.sqlite`), { readonly: true });
	const rows = db.prepare('select * from released order by 1, 2, 3, 4, 5, 6, 7').all();
	const units = db
		.prepare<[], string>(
			"select round || ' ' || unit || ' ' || state || ' ' || coalesce(released_on, '') from unit order by 1"
		)
		.pluck()
		.all();
	db.close();
	rmSync(folder, { recursive: true, force: true });
	return { rows, units };
}
