import { decimalsIn, rounded } from '../rounding.ts';
import type { Aim } from './goal.ts';
import type { Better, RegisteredMeasure } from './measure.ts';
import { everyOf, lastDayOf, perYear, shifted, type Period } from './period.ts';
import { areJoined, type Point, type Series } from './series.ts';

/** An aim that a figure can be held against. */
export type JudgedAim = Exclude<Aim, { kind: 'done' | 'follow' }>;

/**
 * What a figure is held against, in the measure's unit: the printed value, the whole country's value of the same period and
 * table, or what a change from the baseline comes to. Null where that cannot be told, as of two figures on either side of a break.
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
			? pointYearEarlier(series, own.period)
			: baseOf(measure, series, plan);
	if (!base || !areJoined(series.marks, base.period, own.period)) return null;
	const { value } = base;
	if (aim.kind === 'direction') return value;
	const by = aim.unit === 'per-cent' ? (value * aim.amount) / 100 : aim.amount;
	return measure.better === 'lower' ? value - by : value + by;
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
	return rounded(value, decimalsIn(target));
}

type Base = Pick<Point, 'period' | 'value'>;

/** The printed baseline, else the registered figure of its period, else the last one before the plan began. */
function baseOf(
	{ baseline }: Pick<RegisteredMeasure, 'baseline'>,
	series: Series,
	plan: { from: number }
): Base | undefined {
	if (baseline) {
		const { period, value } = baseline;
		return value === null ? pointOf(series, period) : { period, value };
	}
	return series.points.findLast(({ period }) => lastDayOf(period) < `${plan.from}-01-01`);
}

const pointOf = ({ points }: Series, period: Period): Base | undefined =>
	points.find((point) => point.period === period);

/** The figure of a year before, where the same was counted then. */
export function pointYearEarlier(series: Series, period: Period): Base | undefined {
	const earlier = shifted(period, -perYear(everyOf(period)));
	return areJoined(series.marks, earlier, period) ? pointOf(series, earlier) : undefined;
}
