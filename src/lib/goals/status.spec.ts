import { describe, expect, it } from 'vitest';
import type { Aim, Goal } from './goal.ts';
import { overall, ruled } from './ruling.ts';
import type { Mark } from './series.ts';
import { ruling } from './status.ts';
import { by, during, judged, series, STEADY, undated, value, type Told } from './status.fixture.ts';

describe('without a figure', () => {
	it('there is none yet, and after the deadline that is said', () => {
		expect(judged(value(20, undated))).toEqual(['no-figure', 'no-figure', null, null]);
		expect(judged(value(20, by('2026-12-31')))).toEqual(['no-figure', 'no-figure', null, null]);
		expect(judged(value(20, by('2026-06-30')))).toEqual([
			'overdue',
			'deadline-without-figure',
			null,
			null
		]);
		// Figures there are, but not of the period that the goal is for.
		const early = { series: series([5, 6], '2026-01') };
		expect(judged(value(20, by('2026-06-30')), early)).toEqual([
			'overdue',
			'deadline-without-figure',
			null,
			null
		]);
	});

	it('and without a measure nothing measures it', () => {
		expect(judged({ kind: 'direction', when: undated })).toEqual([
			'no-figure',
			'not-measured',
			null,
			null
		]);
	});
});

describe('a verdict is given for the goal’s own period, with its own figure', () => {
	const year = series(STEADY, '2025-01');
	it.each<[string, Aim, Told, string, string]>([
		['reached', value(12, during('2025')), { series: year }, 'reached', 'own-period-reached'],
		['missed', value(13, during('2025')), { series: year }, 'not-reached', 'own-period-missed'],
		['by a day', value(12, by('2025-12-31')), { series: year }, 'reached', 'own-period-reached'],
		[
			'lower is better',
			value(12, during('2025')),
			{ series: year, measure: { better: 'lower' } },
			'reached',
			'own-period-reached'
		],
		[
			'lower is better, missed',
			value(11, during('2025')),
			{ series: year, measure: { better: 'lower' } },
			'not-reached',
			'own-period-missed'
		],
		[
			'"ca. 12" takes 12.4 as it is printed',
			value(12, during('2025'), { about: true }),
			{ series: series([12.4], '2025-12'), measure: { better: 'lower' } },
			'reached',
			'own-period-reached'
		],
		[
			'"ca. 12" does not take 12.5',
			value(12, during('2025'), { about: true }),
			{ series: series([12.5], '2025-12'), measure: { better: 'lower' } },
			'not-reached',
			'own-period-missed'
		],
		[
			'without "ca." 12.4 is over 12',
			value(12, during('2025')),
			{ series: series([12.4], '2025-12'), measure: { better: 'lower' } },
			'not-reached',
			'own-period-missed'
		]
	])('%s', (_, aim, told, status, rule) => {
		expect(judged(aim, told).slice(0, 2)).toEqual([status, rule]);
	});

	it('not by a figure of another period, however good', () => {
		const told = { series: series([30], '2025-11') };
		expect(judged(value(12, during('2025')), told).slice(0, 2)).toEqual([
			'overdue',
			'deadline-without-figure'
		]);
	});

	it('not before the period is over', () => {
		const told = { series: series([30, 31], '2026-05') };
		expect(judged(value(12, during('2026')), told).slice(0, 2)).toEqual([
			'undecided',
			'too-few-points'
		]);
	});

	it('of what has no deadline when the plan’s years are over', () => {
		const told = { series: year, plan: { from: 2025, to: 2025 } };
		expect(judged(value(12, undated), told)).toEqual(['reached', 'plan-end-reached', 12, null]);
		expect(judged(value(13, undated), told)).toEqual(['not-reached', 'plan-end-missed', 13, null]);
	});

	it('of what only counts up as soon as it is there', () => {
		const told = {
			series: series([4, 9, 11], '2026-04'),
			measure: { runningTotal: true as const }
		};
		expect(judged(value(10, by('2026-12-31')), told)).toEqual([
			'reached',
			'running-total-reached',
			10,
			null
		]);
		expect(judged(value(12, by('2026-12-31')), told).slice(0, 2)).toEqual([
			'undecided',
			'too-few-points'
		]);
		// Eleven in June is too late for May.
		expect(judged(value(10, by('2026-05-31')), told).slice(0, 2)).toEqual([
			'not-reached',
			'own-period-missed'
		]);
	});
});

describe('before its own period', () => {
	const steady = series(STEADY, '2025-07');
	it.each<[string, number, Told['measure'], string, string]>([
		['the limits reach it every time', 5, {}, 'on-track', 'limits-always'],
		['it lies within them', 12, {}, 'undecided', 'limits-either'],
		['it is out of their reach', 30, {}, 'behind', 'limits-cannot'],
		['lower is better, and out of reach', 1, { better: 'lower' }, 'behind', 'limits-cannot']
	])('%s', (_, goal, measure, status, rule) => {
		const told = { series: steady, ...(measure && { measure }) };
		expect(judged(value(goal, by('2026-12-31')), told)).toEqual([status, rule, goal, null]);
	});

	it('eleven points say nothing', () => {
		const told = { series: series(STEADY.slice(1), '2025-08') };
		expect(judged(value(30, by('2026-12-31')), told).slice(0, 2)).toEqual([
			'undecided',
			'too-few-points'
		]);
	});

	it('the limits are those since the last mark', () => {
		const mark: Mark = { from: '2026-01', kind: 'break', on: '2026-02-01', why: 'Ny opgørelse' };
		const told = { series: { ...steady, marks: [mark] } };
		expect(judged(value(30, by('2026-12-31')), told).slice(0, 2)).toEqual([
			'undecided',
			'too-few-points'
		]);
	});

	it('a step that the plan prints says whether it is on its way', () => {
		const yearly = { measure: { every: 'year' as const } };
		const aim = value(20, during('2024', '2025', '2026'));
		expect(judged(aim, { ...yearly, series: series([18, 21], '2024') })).toEqual([
			'on-track',
			'step-reached',
			20,
			'2025'
		]);
		expect(judged(aim, { ...yearly, series: series([21, 18], '2024') })).toEqual([
			'behind',
			'step-missed',
			20,
			'2025'
		]);
		// The last year's is the goal itself.
		const over = { ...yearly, series: series([18, 21, 22], '2024'), today: '2027-02-01' };
		expect(judged(aim, over)).toEqual(['reached', 'own-period-reached', 20, '2026']);
	});
});

it('a goal that was ended is judged no more', () => {
	const ended: Pick<Goal, 'measures' | 'ended'> = {
		measures: [],
		ended: { on: '2026-01-01', why: 'Loven er ændret' }
	};
	const none = {
		today: '2026-07-15',
		plan: { from: 2026, to: 2026 },
		seriesOf: () => undefined,
		surveyedBy: () => null
	};
	expect(ruling(ended, { kind: 'done', when: by('2026-02-01') }, none).rule).toBe('ended');
});

it('a goal with several aims is reached only when all of it is', () => {
	const of = (...all: Parameters<typeof ruled>[0][]) =>
		overall(all.map((each) => ruled(each, 'no-figure')));
	expect(of('reached', 'reached')).toBe('reached');
	expect(of('reached', 'undecided')).toBe('undecided');
	expect(of('reached', 'not-reached', 'overdue')).toBe('overdue');
	expect(of('on-track', 'behind')).toBe('behind');
	// Where one aim has a figure and another none, the goal has not none.
	expect(of('on-track', 'no-figure')).toBe('undecided');
	expect(of('not-reached', 'no-figure')).toBe('not-reached');
	expect(of('no-figure', 'no-figure')).toBe('no-figure');
});
