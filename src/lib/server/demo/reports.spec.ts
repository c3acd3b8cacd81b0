import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recounted } from '../../../../tests/support/recounted.ts';
import { closeAll, open } from '../core/database.ts';
import { json } from '../../json.ts';
import { Report } from '../../reports/document.ts';
import { recountFile } from '../../reports/recount.ts';
import { canonical } from '../../survey/questionnaire.ts';
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
		// What the goals' statuses are said of is all there: anyone says them again.
		const released = reports.versions(db).filter(({ releasedOn }) => releasedOn !== null);
		// The one that was corrected, and the newest: each is a program of its own.
		for (const { quarter, version, sha256 } of released.slice(-2)) {
			const bytes = reports.bytesOf(db, quarter, version);
			if (bytes === undefined) continue;
			const found = recounted(recountFile(bytes, sha256 ?? ''));
			expect(found.out).toMatch(/ 0 forskelle/);
			expect(found.checked).toBeGreaterThanOrEqual(plan.goals.length);
		}
	}
);

it('says which goal where its figure, its points or its status are others', async () => {
	const plan = plans.find('vejen');
	if (!plan) throw new Error('Vejen has a plan');
	makeGoals(plan, TODAY);
	await makeReports(plan, TODAY);
	const bytes = reports.bytesOf(open('vejen'), '2026-Q2', 1) ?? '';
	const { goals = [] } = Report.parse(json(bytes)).data;
	const judged = goals.filter(({ rule }) => /^(own-period|step|limits)-/.test(rule));
	expect(judged.length).toBeGreaterThan(2);
	for (const goal of judged) {
		const isUp = goal.wants === 'at-least' || goal.wants === 'above';
		const isGood = goal.status === 'reached' || goal.status === 'on-track';
		const far = (isUp === isGood ? -1 : 1) * 1_000_000;
		const forged = /^limits/.test(goal.rule)
			? { ...goal, points: goal.points.map((point) => point + far) }
			: { ...goal, value: far };
		const text = bytes.replace(canonical(goal), canonical(forged));
		expect(text).not.toBe(bytes);
		const { out } = recounted(recountFile(text, reports.digest(text)));
		expect(out).toContain(`FORSKEL  mål ${goal.id}: `);
	}
});
