import { expect, it } from 'vitest';
import { recounted } from '../../../../tests/support/recounted.ts';
import {
	better,
	goal,
	inYear,
	measured,
	planOf,
	reach,
	undated,
	YEAR_2025,
	YEAR_2026
} from '../../../../tests/support/survey-goals.ts';
import { json } from '../../json.ts';
import { Report } from '../../reports/document.ts';
import { recountFile } from '../../reports/recount.ts';
import { words as loadWords } from '../../reports/words.ts';
import { openFile } from '../core/database.ts';
import { assemble } from './assemble.ts';
import * as reports from './reports.ts';

it('a report says the same, and so does whoever reckons it again', async () => {
	const db = openFile(':memory:');
	measured(db, YEAR_2025, 90);
	measured(db, YEAR_2026, 40);
	const plan = planOf(
		goal('past', [reach(65, inYear('2025')), reach(65, inYear('2026')), reach(65, inYear('2028'))]),
		goal('more', [better(inYear('2026')), better(inYear('2028')), better(undated)]),
		goal(
			'mean',
			[better(undated)],
			{},
			{ statistic: 'mean', baseline: { value: 4.9, period: '2024', n: 300 } }
		)
	);
	const words = await loadWords();
	const prepared = { quarter: '2026-Q1', version: 1, changes: [], meetingOn: null, said: {} };
	const report = assemble(db, plan, words, { prepared, asOf: '2026-07-01', audience: 'committee' });
	expect(report.data.goals?.map(({ rule, status }) => [rule, status])).toEqual([
		['survey-reached', 'reached'],
		['survey-not-reached', 'not-reached'],
		['survey-not-yet', 'undecided'],
		['survey-worse', 'behind'],
		['survey-not-yet', 'undecided'],
		['survey-worse', 'behind'],
		['survey-mean', 'undecided']
	]);
	const bytes = JSON.stringify(report);
	expect(Report.parse(json(bytes))).toEqual(report);
	const found = recounted(recountFile(bytes, reports.digest(bytes)));
	expect(found).toMatchObject({ differences: 0 });
});
