import { rounded } from '../rounding.ts';
import type { Aim } from './goal.ts';
import type { Better, RegisteredMeasure } from './measure.ts';
import { everyOf, lastDayOf, perYear, shifted, type Period } from './period.ts';
import type { Point, Series } from './series.ts';

/** An aim that a figure can be held against. */
export type JudgedAim = Exclude<Aim, { kind: 'done' | 'follow' }>;

/**
 * What a figure is held against, in the measure's unit: the printed value, the whole country's value of the same period and
 * table, or what a change from the baseline comes to. Null where that cannot be told.
 */
export function targetFor(
	aim: JudgedAim,
	measure: RegisteredMeasure,
	series: Series,
	own: Point,
	plan: { from: number }
): number | null {
	if (aim.kind === 'value') return aim.value;
	if (aim.kind === 'national') return own.national;
	const base =
		aim.kind === 'change' && aim.each === 'year'
			? valueOf(series, yearEarlier(own.period))
			: baseOf(measure, series, plan);
	if (base === null) return null;
	if (aim.kind === 'direction') return base;
	const by = aim.unit === 'per-cent' ? (base * aim.amount) / 100 : aim.amount;
	return measure.better === 'lower' ? base - by : base + by;
}

/** Whether a figure is where the aim wants it. The national average and a direction must be passed, not met. */
export function meets(
	aim: JudgedAim,
	measure: RegisteredMeasure,
	value: number,
	target: number
): boolean {
	if (aim.kind === 'national')
		return isBeyond(aim.side === 'above' ? 'higher' : 'lower', value, target);
	if (aim.kind === 'direction') return isBeyond(measure.better, value, target);
	const isAbout = aim.kind === 'value' && aim.about === true;
	return isThere(measure.better, isAbout ? roundedAs(value, target) : value, target);
}

/** At the target or on its better side. What a change comes to is reckoned in binary, so a hair is let pass. */
export const isThere = (better: Better, value: number, target: number): boolean =>
	better === 'lower' ? value <= target + HAIR : value >= target - HAIR;

const HAIR = 1e-9;
const isBeyond = (better: Better, value: number, target: number): boolean =>
	better === 'lower' ? value < target : value > target;

/** "ca. 28" is printed in whole weeks, so 28.4 is 28: half up, to as many decimals as the target has. */
function roundedAs(value: number, target: number): number {
	return rounded(value, String(target).split('.')[1]?.length ?? 0);
}

/** The printed baseline, else the registered figure of its period, else the last one before the plan began. */
function baseOf(
	{ baseline }: Pick<RegisteredMeasure, 'baseline'>,
	series: Series,
	plan: { from: number }
): number | null {
	if (baseline) return baseline.value ?? valueOf(series, baseline.period);
	return (
		series.points.findLast(({ period }) => lastDayOf(period) < `${plan.from}-01-01`)?.value ?? null
	);
}

const valueOf = ({ points }: Series, period: Period): number | null =>
	points.find((point) => point.period === period)?.value ?? null;

export const yearEarlier = (period: Period): Period => shifted(period, -perYear(everyOf(period)));
