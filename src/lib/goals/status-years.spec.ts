import { describe, expect, it } from 'vitest';
import type { Aim, When } from './goal.ts';
import { by, during, judged, series, undated } from './status.fixture.ts';

describe('a change of each of several years', () => {
	const each = (when: When): Aim => ({
		kind: 'change',
		measure: 'figure',
		amount: 2,
		unit: 'per-cent',
		each: 'year',
		when
	});
	const years = each(during('2016', '2017', '2018'));
	const yearly = { better: 'lower' as const, every: 'year' as const };
	const told = { measure: yearly, plan: { from: 2016, to: 2018 }, today: '2019-02-01' };
	const from = (...values: number[]) => ({ ...told, series: series(values, '2015') });
	const without = (year: string) => {
		const of = from(100, 98, 96, 94);
		return {
			...of,
			series: { ...of.series, points: of.series.points.filter(({ period }) => period !== year) }
		};
	};

	it('is reached only where each of them was, and tells of the first that missed', () => {
		expect(judged(years, from(100, 98, 96, 94))).toEqual([
			'reached',
			'own-period-reached',
			94.08,
			'2018'
		]);
		const missed = ['not-reached', 'own-period-missed', 98, '2016'];
		expect(judged(years, from(100, 120, 140, 137))).toEqual(missed);
		// Nor is it made up for by what came later, or by a figure that never came.
		expect(judged(years, from(100, 99, 90, 80))).toEqual(missed);
		expect(judged(years, from(100, 99))).toEqual(missed);
	});

	it('is not told where a year has no figure, or none to compare it with', () => {
		expect(judged(years, without('2017')).slice(0, 2)).toEqual([
			'overdue',
			'deadline-without-figure'
		]);
		expect(judged(years, without('2015')).slice(0, 2)).toEqual(['undecided', 'no-baseline']);
	});

	it('is behind from the first year that missed', () => {
		const on = { ...from(100, 99, 90), today: '2018-02-01' };
		expect(judged(years, on)).toEqual(['behind', 'step-missed', 98, '2016']);
		const well = { ...from(100, 98, 90), today: '2018-02-01' };
		expect(judged(years, well).slice(0, 2)).toEqual(['on-track', 'step-reached']);
	});

	it.each([
		['without a day', undated],
		['by a day', by('2018-12-31')]
	])('means the plan’s own years where it names none: %s', (_, when) => {
		const missed = ['not-reached', 'own-period-missed', 98, '2016'];
		expect(judged(each(when), from(100, 120, 117, 114))).toEqual(missed);
		expect(judged(each(when), from(100, 98, 96, 94))[0]).toBe('reached');
		expect(judged(each(when), without('2017'))[0]).not.toBe('reached');
		const early = { ...from(100, 120), today: '2017-02-01' };
		expect(judged(each(when), early)).toEqual(['behind', 'step-missed', 98, '2016']);
	});
});
