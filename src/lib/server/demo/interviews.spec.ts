import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSheet } from '../../spreadsheet/sheet.ts';
import { guess, readCases } from '../../interviews/draw/list.ts';
import { closeAll, open } from '../core/database.ts';
import * as interviewing from '../interviews/interviews.ts';
import * as courses from '../interviews/courses.ts';
import * as plans from '../plan/plans.ts';
import * as summaries from '../interviews/summaries.ts';
import * as users from '../staff/users.ts';
import { makeInterviews } from './interviews.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-'));
	vi.stubEnv('DATA_DIR', folder);
	vi.stubEnv('KEYS_DIR', join(folder, 'keys'));
	vi.stubEnv('DEMO', '1');
});
afterEach(() => {
	closeAll();
	vi.unstubAllEnvs();
});

it.each(['2026-11-22', '2027-01-01', '2028-02-29', '2027-03-31'])(
	'has a course in progress and one seen summary on %s, of invented people',
	(today) => {
		const plan = plans.find('stevns');
		if (!plan) throw new Error('Stevns has a plan');
		expect(makeInterviews(plan, today)).toBe(true);
		const db = open('stevns');
		expect(courses.list(db).every(({ name }) => name.includes('(opfundet)'))).toBe(true);
		expect(
			summaries
				.list(db)
				.map(({ state }) => state)
				.sort()
		).toEqual(['decided', 'sent']);
		const held = courses.list(db).map(({ id }) => interviewing.list(db, id).length);
		expect(held.sort()).toEqual([2, 5]);
		expect(users.list(db).every((user) => user.demo)).toBe(true);

		const file = readSheet(new Uint8Array(readFileSync(join(folder, 'demo-liste.csv'))));
		if (!file.ok) throw new Error(file.reason);
		const columns = guess(file.sheet.header);
		expect(columns).toEqual({ key: 0, start: 1, end: 2, team: 3 });
		const { cases, wrong } = readCases(file.sheet, { key: 0, start: 1, end: 2, team: 3 }, today);
		expect([cases.length, wrong]).toEqual([60, 0]);
	}
);

it('has none where the plan has none', () => {
	const plan = plans.find('vejen');
	expect(plan && makeInterviews(plan, '2026-11-22')).toBe(false);
});
