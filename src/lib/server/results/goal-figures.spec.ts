import { beforeEach, describe, expect, it } from 'vitest';
import {
	better,
	by,
	goal,
	inYear,
	measured,
	planOf,
	reach,
	YEAR_2025,
	YEAR_2026
} from '../../../../tests/support/survey-goals.ts';
import type { SurveyMeasure } from '../../goals/measure.ts';
import type { Until } from '../../goals/series.ts';
import type { Plan } from '../../plan/plan.ts';
import { openFile, type Db } from '../core/database.ts';
import { board } from '../goals/board.ts';
import * as rounds from '../rounds/rounds.ts';
import { seen } from './goal-figures.ts';
import { roundFigures } from './round-figures.ts';

let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

type On = { today?: string; until?: Until };
const views = (plan: Plan, { today = '2026-07-01', until }: On = {}) =>
	board(db, plan, {
		...seen(db, plan, today),
		audience: 'staff',
		...(until && { until })
	}).headings.flatMap(({ goals }) => goals);
const said = (plan: Plan, on?: On) =>
	Object.fromEntries(
		views(plan, on).map(({ goal: { id }, aims: [aim] }) => [
			id,
			[aim?.ruling.status, aim?.ruling.rule, aim?.ruling.target]
		])
	);

describe('a goal of a statement is held against its own number', () => {
	beforeEach(() => measured(db, YEAR_2026, 75));

	it('beside one that has ended, and beside another that is worked for', () => {
		const ended = { ended: { on: '2026-01-01', why: 'Nyt mål' } };
		const plan = planOf(
			goal('old', [reach(80)], ended),
			goal('new', [reach(65)]),
			goal('more', [reach(90)])
		);
		expect(said(plan)).toEqual({
			old: ['undecided', 'ended', null],
			new: ['reached', 'survey-reached', 65],
			more: ['not-reached', 'survey-not-reached', 90]
		});
		const [kept] = rounds.list(db);
		expect(roundFigures(db, plan, kept!, '2026-07-01').headline.outcome?.goal).toBe(0.65);
	});

	it('a share beside a mean, and one aim beside another', () => {
		const mean = goal('mean', [reach(3)], {}, { statistic: 'mean' });
		const plan = planOf(goal('share', [reach(65)]), mean);
		expect(said(plan)).toEqual({
			share: ['reached', 'survey-reached', 65],
			mean: ['reached', 'survey-reached', 3]
		});
		const [both] = views(
			planOf(goal('both', [reach(65, inYear('2026')), reach(90, inYear('2026-Q1'))]))
		);
		expect(both?.aims.map(({ ruling }) => ruling.target)).toEqual([65, 90]);
	});
});

describe('a goal with a time is judged by figures of that time alone', () => {
	it('and says so until then', () => {
		measured(db, YEAR_2025, 90);
		const plan = planOf(
			goal('past', [reach(65, inYear('2025'))]),
			goal('now', [reach(65, inYear('2026'))]),
			goal('later', [reach(65, inYear('2028'))]),
			goal('more', [better(inYear('2028'))]),
			goal('missed', [reach(65, inYear('2024'))]),
			goal('path', [reach(65, inYear('2025', '2028'))])
		);
		const soon = ['undecided', 'survey-not-yet', 65];
		const before = {
			past: ['reached', 'survey-reached', 65],
			now: soon,
			later: soon,
			more: ['undecided', 'survey-not-yet', null],
			missed: ['overdue', 'deadline-without-figure', null],
			path: soon
		};
		expect(said(plan)).toEqual(before);
		// A round of that time is on its way; when its year is over too, nothing is late.
		measured(db, ['2026-01'], 40, ['2026-02', '2026-03']);
		expect(said(plan)).toEqual({ ...before, now: ['undecided', 'survey-not-over', 65] });
		expect(said(plan, { today: '2027-01-05' })).toMatchObject({
			now: ['undecided', 'survey-not-over', 65]
		});
		// What came later says nothing of an earlier year.
		db.prepare("update unit set state = 'hidden' where state = 'open'").run();
		expect(said(plan)).toMatchObject({
			past: before.past,
			now: ['not-reached', 'survey-not-reached', 65]
		});
	});

	it('of a round over two years, only the months of its own', () => {
		measured(db, ['2025-12', '2026-01'], { '2025-12': 40, '2026-01': 99 });
		const of = (period: SurveyMeasure['period']) =>
			said(
				planOf(
					goal('2025', [reach(65, inYear('2025'))], {}, { period }),
					goal('2026', [reach(65, inYear('2026'))], {}, { period })
				)
			);
		for (const period of ['round', 'quarter', 'year'] as const) {
			expect(of(period)).toEqual({
				2025: ['not-reached', 'survey-not-reached', 65],
				2026: ['reached', 'survey-reached', 65]
			});
		}
	});

	it('by a day, when the day has come', () => {
		measured(db, YEAR_2026, 90);
		const plan = planOf(goal('by', [reach(65, by('2026-06-30'))]));
		expect(said(plan, { today: '2026-06-30' })).toMatchObject({
			by: ['undecided', 'survey-not-yet', 65]
		});
		expect(said(plan)).toMatchObject({ by: ['reached', 'survey-reached', 65] });
		expect(
			said(planOf(goal('by', [reach(65, by('2028-06-30'))])), { today: '2028-08-01' })
		).toMatchObject({
			by: ['overdue', 'deadline-without-figure', null]
		});
	});

	it('on the results’ page too', () => {
		measured(db, YEAR_2025, 75);
		measured(db, YEAR_2026, 75);
		const plan = planOf(
			goal('now', [reach(80, inYear('2026'))]),
			goal('later', [reach(65, inYear('2028'))])
		);
		const outcomes = rounds
			.list(db)
			.map((kept) => roundFigures(db, plan, kept, '2026-07-01').headline.outcome);
		expect(outcomes.map((outcome) => outcome?.goal)).toEqual([undefined, 0.8]);
	});
});

describe('how a goal stood', () => {
	const plan = () => planOf(goal('goal', [reach(65)]));
	const at = (day: string, how: Until['by']) => said(plan(), { until: { day, by: how } })['goal'];

	it('in a year: by the months of it, whatever came later', () => {
		measured(db, ['2025-11', '2025-12', '2026-01'], 40);
		measured(db, ['2026-05', '2026-06'], 99);
		expect(at('2024-12-31', 'of')).toEqual(['no-figure', 'no-figure', null]);
		expect(at('2025-12-31', 'of')).toEqual(['undecided', 'survey-not-over', 65]);
		expect(at('2026-04-30', 'of')).toEqual(['not-reached', 'survey-not-reached', 65]);
		expect(at('2026-12-31', 'of')).toEqual(['reached', 'survey-reached', 65]);
		const [view] = views(plan(), { until: { day: '2025-12-31', by: 'of' } });
		expect(view?.measures[0]?.surveyed?.figure).toMatchObject({ n: 200 });
	});

	it('on a day: by what was out', () => {
		measured(db, YEAR_2026, 40);
		expect(at('2026-04-09', 'known')).toEqual(['undecided', 'survey-not-over', 65]);
		expect(at('2026-04-10', 'known')).toEqual(['not-reached', 'survey-not-reached', 65]);
	});
});
