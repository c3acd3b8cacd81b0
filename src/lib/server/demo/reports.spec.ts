import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeAll, open } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import * as decisions from '../reports/decisions.ts';
import * as reports from '../reports/reports.ts';
import { makeGoals } from './goals/goals.ts';
import { makeReports } from './reports.ts';

const TODAY = '2026-11-29';

beforeEach(() => {
	vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-')));
	vi.stubEnv('KEYS_DIR', mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-')));
	vi.stubEnv('DEMO', '1');
});
afterEach(() => {
	closeAll();
	vi.unstubAllEnvs();
});

it.each(plans.all().map((plan) => [plan.municipality, plan] as const))(
	'%s has three finished reports, one of them corrected, and one in work',
	async (_, plan) => {
		makeGoals(plan, TODAY);
		await makeReports(plan, TODAY);
		const db = open(plan.municipality);
		expect(
			reports
				.versions(db)
				.map(({ quarter, version, releasedOn, publishedOn }) => [
					quarter,
					version,
					releasedOn,
					publishedOn
				])
		).toEqual([
			['2025-Q4', 1, '2026-02-14', '2026-02-23'],
			['2026-Q1', 1, '2026-05-15', null],
			['2026-Q1', 2, '2026-05-18', '2026-05-24'],
			['2026-Q2', 1, '2026-08-14', '2026-08-23'],
			['2026-Q3', 1, null, null]
		]);
		expect(reports.published(db)).toHaveLength(3);
		expect(decisions.decisions(db, '2026-Q2')).toHaveLength(2);
		const [first, last] = ['2025-Q4', '2026-Q2'].map((quarter) => reports.bytesOf(db, quarter, 1));
		// As the goals stood then: what came since is in the later one alone.
		expect(first).toContain('"asOf":"2026-02-14"');
		expect(last).toContain('"asOf":"2026-08-14"');
		expect(first).not.toContain('juni 2026');
	}
);
