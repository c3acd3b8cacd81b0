import type { Aim, Goal } from '../../../goals/goal.ts';
import type { RegisteredMeasure, Unit } from '../../../goals/measure.ts';
import type { Period } from '../../../goals/period.ts';
import { rounded } from '../../../rounding.ts';
import { between, chance, normal, type Random } from '../random.ts';

/** What a series of the demo shows beside its figures: each happens once in a plan that has room for it. */
export type Quirk = 'remarkable' | 'break' | 'provisional' | 'late' | 'missing' | 'none';
export type Measured = { goal: Goal; measure: RegisteredMeasure; quirk: Quirk };

type Value = { period: Period; value: number; national: number | null; expected: number | null };

/** Where an invented series begins when the plan prints no number. */
const START: { [unit in Unit]: readonly [number, number] } = {
	'per-cent': [18, 44],
	number: [60, 240],
	weeks: [16, 30],
	kroner: [4000, 9000]
};
/** Of the level: how much a figure swings by itself, and how far a remarkable one or a new definition lies from the rest. */
const SWING = 0.03;
const REMARKABLE = 0.28;
const NEW_DEFINITION = 0.22;
/** Of the way to the goal: those that get there, and those that do not. */
const THERE = 1.06;
const NOT_THERE = 0.55;

/** An invented series that begins at the plan's printed baseline and comes to its goal, or not quite. */
export function invent(
	{ goal, measure, quirk }: Measured,
	periods: readonly Period[],
	{ breakAt, from }: { breakAt: Period; from: Random }
): Value[] {
	const aims = goal.aims.filter((aim) => aim.kind !== 'done' && aim.measure === measure.id);
	const start = startOf(measure, aims, from);
	const reach = chance(from, 0.5) ? THERE : NOT_THERE;
	// What is remarkable stands out from a series that lies still.
	const end =
		quirk === 'remarkable' ? start : start + (wanted(measure, aims, start) - start) * reach;
	const upwards = measure.better === 'lower' ? -1 : 1;
	const hasNational =
		measure.table !== undefined ||
		aims.some(({ kind }) => kind === 'national' || kind === 'follow');
	const beside = measure.baseline?.national ?? start * 0.96;
	const steps = Math.max(1, periods.length - 1);
	return periods.map((period, index) => {
		if (measure.runningTotal) {
			return { period, value: Math.round((end * (index + 1)) / periods.length), ...nothingBeside };
		}
		const isLast = index === periods.length - 1;
		const level =
			start +
			((end - start) * index) / steps +
			(quirk === 'break' && period >= breakAt ? start * NEW_DEFINITION : 0) +
			(quirk === 'remarkable' && isLast ? start * REMARKABLE * upwards : 0);
		const swung = level * (1 + SWING * normal(from));
		return {
			period,
			value: printed(measure, period) ?? asUnit(measure.unit, swung),
			national: hasNational
				? asUnit(measure.unit, beside * (1 + (SWING / 3) * normal(from)))
				: null,
			expected: measure.table?.expected ? asUnit(measure.unit, level * 1.04) : null
		};
	});
}

const nothingBeside = { national: null, expected: null };

function startOf(measure: RegisteredMeasure, aims: readonly Aim[], from: Random): number {
	const known = measure.baseline?.value ?? null;
	if (known !== null) return known;
	const value = aims.find((aim) => aim.kind === 'value')?.value;
	const [low, high] = START[measure.unit];
	if (value === undefined) return between(from, low, high);
	if (measure.runningTotal) return 0;
	return measure.better === 'lower' ? value * 1.2 : value * 0.8;
}

function wanted(measure: RegisteredMeasure, aims: readonly Aim[], start: number): number {
	const sign = measure.better === 'lower' ? -1 : measure.better === 'higher' ? 1 : 0;
	for (const aim of aims) {
		if (aim.kind === 'value') return aim.value;
		if (aim.kind !== 'change') continue;
		const by = aim.unit === 'per-cent' ? (start * aim.amount) / 100 : aim.amount;
		return start + sign * by * (aim.each === 'year' ? 3 : 1);
	}
	return start * (1 + 0.07 * sign);
}

/** The plan's own number of the period, where it prints one: the demo says nothing else. */
const printed = ({ baseline }: RegisteredMeasure, period: Period): number | null =>
	baseline?.period === period ? baseline.value : null;

function asUnit(unit: Unit, value: number): number {
	const positive = Math.max(0, unit === 'per-cent' ? Math.min(99, value) : value);
	return rounded(positive, unit === 'number' || unit === 'kroner' ? 0 : 1);
}
