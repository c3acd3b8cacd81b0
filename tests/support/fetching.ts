import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { open, type StandIn, type StandInTable } from './jobindsats.ts';
import type { Table } from '../../src/lib/goals/measure.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { closeAll, openFile, type Db } from '../../src/lib/server/core/database.ts';
import { find } from '../../src/lib/server/goals/series.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import { accessOf } from '../../src/lib/server/jobindsats/access.ts';
import { clientOf, type Pace } from '../../src/lib/server/jobindsats/client.ts';
import { fetchAll, wantedOf } from '../../src/lib/server/jobindsats/fetching.ts';
import type * as runs from '../../src/lib/server/jobindsats/runs.ts';

export const vejen = plans.find('vejen') as Plan;
export const TODAY = '2024-11-20';
export const WEEKS: StandInTable = {
	name: 'Varighed af afsluttede forløb',
	columns: ['Gns. varighed (uger)'],
	rows: {
		'2024M07': { own: ['29,1'], country: ['33,4'] },
		'2024M08': { own: ['1.028,5'], country: [33.1] },
		'2024M09': { own: ['..'], country: ['-'] },
		'2024M10': { own: [28.125], country: ['32,9'] },
		'2024M12': { own: ['1'], country: ['1'] }
	}
};

/** What each test begins with: a stand-in with one table, an empty file, and a plan with one goal that can be fetched. */
export const world = {} as {
	standIn: StandIn;
	db: Db;
	pauses: number[];
	now: number;
	plan: Plan;
	/** The table as the stand-in has it. */
	table: StandInTable;
};

export function inAWorld(): void {
	beforeEach(async () => {
		const standIn = await open();
		const table = structuredClone(WEEKS);
		standIn.tables.set('y07a07', table);
		// Tables are known for a day; each test has a day of its own.
		const now = Math.random() * 1e15;
		const plan = only('sick-leave-weeks');
		Object.assign(world, { standIn, table, now, plan, db: openFile(':memory:'), pauses: [] });
		vi.stubEnv(
			'JOBINDSATS_FILE',
			keysFile(`\uFEFF${JSON.stringify({ vejen: { key: standIn.key } })}`)
		);
		vi.stubEnv('JOBINDSATS_URL', standIn.url);
	});
	afterEach(async () => {
		vi.unstubAllEnvs();
		vi.restoreAllMocks();
		closeAll();
		await world.standIn.close();
	});
}

export function keysFile(text: string): string {
	const file = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-jobindsats-')), 'keys.json');
	writeFileSync(file, text);
	return file;
}

export const only = (...ids: string[]): Plan => ({
	...vejen,
	goals: vejen.goals.filter(({ id }) => ids.includes(id))
});

/** The plan's one goal, with something else chosen of its table. */
export function chosen(table: Partial<Table>): Plan {
	const base = only('sick-leave-weeks');
	return {
		...base,
		goals: base.goals.map((goal) => ({
			...goal,
			measures: goal.measures.map((measure) =>
				measure.kind === 'registered' && measure.table
					? { ...measure, table: { ...measure.table, ...table } }
					: measure
			)
		}))
	};
}

export async function fetchNow(today = TODAY): Promise<runs.Run> {
	const { db, plan } = world;
	const access = accessOf(plan);
	if (!access) throw new Error('there is a key');
	const pace: Pace = {
		pause: (ms) => Promise.resolve(world.pauses.push(ms)),
		// Short only where it is to be waited for: a busy machine is no time-out.
		timeoutMs: world.standIn.traps.some(({ kind }) => kind === 'hang') ? 150 : 10_000,
		now: () => world.now
	};
	const asking = { today, by: null };
	const begun = fetchAll({ db, plan }, asking, wantedOf(plan), clientOf(access, pace));
	if (!begun.ok) throw new Error(begun.reason);
	const run = await begun.finished;
	if (!run) throw new Error('it leaves a trace');
	return run;
}

export const points = () =>
	find(world.db, 'sick-leave-weeks', 'figure')?.points.map(({ period, value, national }) => [
		period,
		value,
		national
	]);
