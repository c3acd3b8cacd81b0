import { describe, expect, it } from 'vitest';
import type { Aim, When } from './goal.ts';
import type { Situation } from './status.ts';
import { by, during, judged, series, STEADY, undated } from './status.fixture.ts';

describe('a change', () => {
	const fall: Aim = {
		kind: 'change',
		measure: 'figure',
		amount: 30,
		unit: 'per-cent',
		each: 'in-all',
		when: by('2026-06-30')
	};
	const lower = { better: 'lower' as const };
	it('is held against the printed baseline', () => {
		const measure = { ...lower, baseline: { value: 200, period: '2025', n: null } };
		expect(judged(fall, { measure, series: series([140], '2026-06') })).toEqual([
			'reached',
			'own-period-reached',
			140,
			null
		]);
		expect(judged(fall, { measure, series: series([141], '2026-06') })).toEqual([
			'not-reached',
			'own-period-missed',
			140,
			null
		]);
	});

	it('is held against the last figure before the plan where none is printed', () => {
		const values = [100, 90, 85, 80, 75, 72, 69];
		expect(judged(fall, { measure: lower, series: series(values, '2025-12') })).toEqual([
			'reached',
			'own-period-reached',
			70,
			null
		]);
	});

	it('cannot be told without either', () => {
		expect(judged(fall, { measure: lower, series: series([69], '2026-06') })).toEqual([
			'undecided',
			'no-baseline',
			null,
			null
		]);
	});

	it('of each year is held against the year before', () => {
		const each: Aim = { ...fall, amount: 2, each: 'year', when: during('2024', '2025') };
		const told = { measure: { ...lower, every: 'year' as const }, plan: { from: 2024, to: 2026 } };
		expect(judged(each, { ...told, series: series([100, 97, 95], '2023') })).toEqual([
			'reached',
			'own-period-reached',
			95.06,
			'2025'
		]);
		expect(judged(each, { ...told, series: series([100, 97, 96], '2023') })).toEqual([
			'not-reached',
			'own-period-missed',
			95.06,
			'2025'
		]);
		expect(
			judged(each, { ...told, today: '2025-05-01', series: series([100, 98], '2023') })
		).toEqual(['on-track', 'step-reached', 98, '2024']);
	});

	it('may be in the measure’s own unit', () => {
		const points: Aim = { ...fall, amount: 3, unit: 'own' };
		expect(
			judged(points, { measure: lower, series: series([10, 9, 9, 8, 8, 7, 7], '2025-12') })
		).toEqual(['reached', 'own-period-reached', 7, null]);
	});
});

describe('over a break', () => {
	const lower = { better: 'lower' as const };
	const fewer: Aim = {
		kind: 'change',
		measure: 'figure',
		amount: 20,
		unit: 'per-cent',
		each: 'in-all',
		when: during('2026')
	};
	const broken = (values: number[], breakAt: string, from = '2024') => ({
		...series(values, from),
		marks: [{ from: breakAt, kind: 'break' as const, on: '2026-12-01', why: 'Ny definition' }]
	});
	const year = {
		today: '2027-02-01',
		plan: { from: 2025, to: 2026 },
		measure: { ...lower, every: 'year' as const }
	};
	const baseline = { value: 100, period: '2024', n: null };

	it.each<[string, Aim]>([
		['a change', fewer],
		['a change of each year', { ...fewer, each: 'year' }],
		['a direction', { kind: 'direction', measure: 'figure', when: during('2026') }]
	])('%s is not told', (_, aim) => {
		const told = { ...year, measure: { ...year.measure, baseline } };
		const lacking = ['undecided', 'no-baseline', null, null];
		expect(judged(aim, { ...told, series: broken([100, 101, 60], '2026') })).toEqual(lacking);
		// Not against a baseline that the plan leaves to its period, nor the last before the plan.
		expect(judged(aim, { ...year, series: broken([100, 101, 60], '2026') })).toEqual(lacking);
		// Where the line is set anew but the same is counted, and where the break is over by then, it is.
		const change = broken([100, 80, 60], '2026');
		const marks = change.marks.map((mark) => ({ ...mark, kind: 'change' as const }));
		expect(judged(aim, { ...told, series: { ...change, marks } })[0]).toBe('reached');
		expect(judged(aim, { ...told, series: broken([100, 80, 60], '2024') })[0]).toBe('reached');
	});

	it('nothing is expected of it before the aim’s own period either', () => {
		const monthly = { ...lower, baseline: { value: 100, period: '2024', n: null } };
		const told = { measure: monthly, series: broken(STEADY, '2025-06', '2025-01') };
		expect(judged(fewer, { ...told, today: '2026-07-15' }).slice(0, 2)).toEqual([
			'undecided',
			'no-baseline'
		]);
	});

	it('a break within the year of a baseline leaves nothing whole to compare with', () => {
		const told = {
			measure: { ...lower, baseline: { value: 100, period: '2025', n: null } },
			series: broken([60], '2025-07', '2026-12'),
			today: '2027-02-01'
		};
		expect(judged(fewer, told)[1]).toBe('no-baseline');
	});
});

describe('the national average', () => {
	const above = (when: When): Aim => ({ kind: 'national', measure: 'figure', side: 'above', when });
	it('must be passed, in the same period', () => {
		const of = (ours: number, theirs: number | null) => ({
			series: series([ours], '2026-06', theirs)
		});
		expect(judged(above(by('2026-06-30')), of(40, 39))).toEqual([
			'reached',
			'own-period-reached',
			39,
			null
		]);
		expect(judged(above(by('2026-06-30')), of(39, 39))).toEqual([
			'not-reached',
			'own-period-missed',
			39,
			null
		]);
		expect(judged(above(by('2026-06-30')), of(40, null))).toEqual([
			'undecided',
			'no-national',
			null,
			null
		]);
	});

	it('is only told of before the period is over', () => {
		const told = { series: series([40], '2026-06', 39) };
		expect(judged(above(undated), told)).toEqual(['undecided', 'national-better-now', 39, null]);
		const below: Aim = { kind: 'national', measure: 'figure', side: 'below', when: undated };
		expect(judged(below, told)).toEqual(['undecided', 'national-not-better-now', 39, null]);
	});
});

describe('a direction', () => {
	const more: Aim = { kind: 'direction', measure: 'figure', when: undated };
	it('is followed by the limits alone where it has no time', () => {
		const after = (...values: number[]) => ({ series: series([...STEADY, ...values], '2025-01') });
		expect(judged(more, after(12)).slice(0, 2)).toEqual(['undecided', 'no-sure-change']);
		expect(judged(more, after(30)).slice(0, 2)).toEqual(['on-track', 'direction-better']);
		expect(judged(more, after(1)).slice(0, 2)).toEqual(['behind', 'direction-worse']);
		expect(judged(more, { series: series([1, 30], '2026-01') }).slice(0, 2)).toEqual([
			'undecided',
			'too-few-points'
		]);
	});

	it('that has a day is held against where it began', () => {
		const dated: Aim = { ...more, when: by('2026-06-30') };
		const told = (last: number) => ({ series: series([10, 9, 9, 9, 9, 9, last], '2025-12') });
		expect(judged(dated, told(11))).toEqual(['reached', 'own-period-reached', 10, null]);
		expect(judged(dated, told(10))).toEqual(['not-reached', 'own-period-missed', 10, null]);
	});
});

it('what is to follow a key figure is shown, and never called reached', () => {
	const follow: Aim = { kind: 'follow', measure: 'figure', when: undated };
	const told = { series: series([10], '2026-06'), measure: { better: 'neither' as const } };
	expect(judged(follow, told).slice(0, 2)).toEqual(['undecided', 'follow-shown']);
});

describe('what is done or not done', () => {
	const done = (when: When): Aim => ({ kind: 'done', when });
	it.each<[string, When, Situation['done'], string, string]>([
		['in time', by('2026-06-30'), { state: 'done', on: '2026-06-30' }, 'reached', 'done-in-time'],
		['late', by('2026-06-30'), { state: 'done', on: '2026-07-01' }, 'not-reached', 'done-late'],
		['without a day', undated, { state: 'done', on: '2030-01-01' }, 'reached', 'done-in-time'],
		[
			'given up',
			by('2026-12-31'),
			{ state: 'cannot', on: '2026-05-01' },
			'not-reached',
			'given-up'
		],
		[
			'under way',
			by('2026-12-31'),
			{ state: 'doing', on: '2026-05-01' },
			'undecided',
			'not-done-yet'
		],
		['not begun', by('2026-12-31'), undefined, 'undecided', 'not-done-yet'],
		[
			'overdue',
			by('2026-06-30'),
			{ state: 'doing', on: '2026-05-01' },
			'overdue',
			'not-done-overdue'
		],
		['of a year that is not over', during('2026'), undefined, 'undecided', 'not-done-yet']
	])('%s', (_, when, state, status, rule) => {
		expect(judged(done(when), { done: state }).slice(0, 2)).toEqual([status, rule]);
	});
});
