import { describe, expect, it } from 'vitest';
import type { Figure } from '../results/figure.ts';
import type { Aim } from './goal.ts';
import type { SurveyMeasure } from './measure.ts';
import { ruling } from './status.ts';
import type { Surveyed } from './surveyed.ts';
import { undated, value } from './status.fixture.ts';

describe('a survey’s goal', () => {
	const measure: SurveyMeasure = {
		kind: 'survey',
		id: 'figure',
		item: 'overall',
		statistic: 'share',
		wording: { da: 'tilfredse' },
		period: 'round'
	};
	const shown = (share: number, n: number, low: number, high: number): Figure => ({
		state: 'shown',
		series: 'asked',
		n,
		share: { k: share * 100, n: 100 },
		interval: { low, high },
		mean: { value: { k: 390, n: 100 }, interval: { low: 3.8, high: 4 } },
		distribution: { points: [0, 0, 0, 0, 0], na: 0, unclear: 0, skipped: 0 },
		response: null
	});
	const of = (aim: Aim, surveyed: Partial<Surveyed> | null, told: Partial<SurveyMeasure> = {}) => {
		const now: Surveyed | null = surveyed && {
			round: { id: 'r', name: 'Foråret' },
			goal: null,
			figure: shown(0.82, 214, 0.77, 0.87),
			isOver: true,
			earlier: null,
			...surveyed
		};
		const { status, rule } = ruling({ measures: [{ ...measure, ...told }] }, aim, {
			today: '2026-07-15',
			plan: { from: 2026, to: 2026 },
			seriesOf: () => undefined,
			surveyedBy: () => now
		});
		return [status, rule];
	};
	const more: Aim = { kind: 'direction', measure: 'figure', when: undated };

	it('is judged by its interval, once all its figures are out', () => {
		expect(of(value(80, undated), {})).toEqual(['undecided', 'survey-undecided']);
		expect(of(value(77, undated), {})).toEqual(['reached', 'survey-reached']);
		expect(of(value(88, undated), {})).toEqual(['not-reached', 'survey-not-reached']);
		expect(of(value(77, undated), { isOver: false })).toEqual(['undecided', 'survey-not-over']);
		expect(of(value(77, undated), { figure: { state: 'hidden' } })).toEqual([
			'no-figure',
			'no-figure'
		]);
		expect(of(value(77, undated), null)).toEqual(['no-figure', 'no-figure']);
	});

	it('is held against the goal from before its first figures', () => {
		expect(of(value(50, undated), { goal: 88 })).toEqual(['not-reached', 'survey-not-reached']);
	});

	it('may be a mean', () => {
		const mean = { statistic: 'mean' as const };
		expect(of(value(3.8, undated), {}, mean)).toEqual(['reached', 'survey-reached']);
		expect(of(value(3.9, undated), {}, mean)).toEqual(['undecided', 'survey-undecided']);
	});

	it('without a number is followed by the change since the round before', () => {
		const before = (share: number) => ({ earlier: shown(share, 250, 0, 1) });
		expect(of(more, before(0.6))).toEqual(['on-track', 'survey-better']);
		expect(of(more, before(0.95))).toEqual(['behind', 'survey-worse']);
		expect(of(more, before(0.8))).toEqual(['undecided', 'survey-no-sure-change']);
		expect(of(more, {})).toEqual(['undecided', 'survey-first']);
		// How many answered is not known, so no change is ever judged.
		const printed = { baseline: { value: 40, period: '2023', n: null } };
		expect(of(more, {}, printed)).toEqual(['undecided', 'survey-first']);
		// A mean is no share: neither its baseline nor the shares of the round before say whether it is better.
		const mean = { statistic: 'mean' as const };
		expect(of(more, before(0.6), mean)).toEqual(['undecided', 'survey-mean']);
		const told = { ...mean, baseline: { value: 4.9, period: '2023', n: 300 } };
		expect(of(more, {}, told)).toEqual(['undecided', 'survey-mean']);
	});

	it('with a time is judged by figures of that time alone', () => {
		const year = (period: string) => value(77, { kind: 'for', periods: [period] });
		expect(of(year('2026'), {})).toEqual(['reached', 'survey-reached']);
		expect(of(year('2028'), { instead: 'none' })).toEqual(['undecided', 'survey-not-yet']);
		expect(of(year('2028'), null)).toEqual(['no-figure', 'no-figure']);
		const overdue = ['overdue', 'deadline-without-figure'];
		expect(of(year('2025'), { instead: 'none' })).toEqual(overdue);
		expect(of(year('2025'), null)).toEqual(overdue);
		expect(of(year('2025'), { instead: 'awaited' })).toEqual(['undecided', 'survey-not-yet']);
		const by = (day: string) => value(77, { kind: 'by', day });
		expect(of(by('2026-07-15'), {})).toEqual(['undecided', 'survey-not-yet']);
		expect(of(by('2026-07-14'), {})).toEqual(['reached', 'survey-reached']);
	});
});
