import { hairOf } from '../rounding.ts';
import type { Mark, Point } from './series.ts';
import type { Better } from './measure.ts';
import type { Period } from './period.ts';

/**
 * The XmR chart (NHS England, Making Data Count; METHOD §8): how much a series swings by itself, and what is more than that.
 * The limits are reckoned from the first 12 points of a segment and then stand; a segment ends where a person marks a change.
 */
const LOCKED_AT = 12;
const LIMIT_FACTOR = 2.66;
const OUTLIER_FACTOR = 3.267;
const RUN = 7;
const NEAR = 2 / 3;

export type Limits = {
	mean: number;
	lower: number;
	upper: number;
	/** Under 12 points: they are drawn as provisional at most, and nothing is said from them. */
	isProvisional: boolean;
};

/** Why a point is remarkable, and towards which side. */
export type Sign = {
	rule: 'beyond-limit' | 'run-of-seven' | 'trend-of-seven' | 'two-of-three';
	side: 'up' | 'down';
};
type Judged = { period: Period; value: number; signs: Sign[] };
export type Segment = { limits: Limits; points: Judged[]; mark: Mark | null };

/** A page asks several times of one series; whoever has the same points and marks gets the same segments. */
const known = new WeakMap<readonly Point[], { marks: readonly Mark[]; segments: Segment[] }>();

/** A series in segments, each with its limits and its remarkable points. Points are in the order of their periods. */
export function xmr(points: readonly Point[], marks: readonly Mark[]): Segment[] {
	const there = known.get(points);
	if (there?.marks === marks) return there.segments;
	const segments = segmentsOf(points, marks).map((segment) => judged(segment));
	known.set(points, { marks, segments });
	return segments;
}

function judged({ points, mark }: ReturnType<typeof segmentsOf>[number]): Segment {
	const values = points.map(({ value }) => value);
	const limits = limitsOf(values.slice(0, LOCKED_AT));
	const signs = limits.isProvisional ? values.map(() => []) : signsOf(values, limits);
	return {
		limits,
		mark,
		points: points.map(({ period, value }, at) => ({ period, value, signs: signs[at] ?? [] }))
	};
}

/** @param values at least one, in order */
export function limitsOf(values: readonly number[]): Limits {
	const mean = meanOf(values);
	const half = LIMIT_FACTOR * meanRange(values);
	return {
		mean,
		lower: mean - half,
		upper: mean + half,
		isProvisional: values.length < LOCKED_AT
	};
}

/** The mean moving range, without those that are far larger than the rest: left out once, and reckoned again. */
export function meanRange(values: readonly number[]): number {
	const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
	if (ranges.length === 0) return 0;
	const most = OUTLIER_FACTOR * meanOf(ranges) - hairOf(...values);
	const kept = ranges.filter((range) => range < most);
	return kept.length === 0 ? 0 : meanOf(kept);
}

/** The signs of each point, in the rules' order. */
export function signsOf(values: readonly number[], limits: Limits): Sign[][] {
	// A mean of twelve alike is off by the last bit of them: what lies as close lies on it.
	const hair = hairOf(...values, limits.lower, limits.upper);
	const found = [
		...beyondLimit(values, limits, hair),
		...runsOfSeven(values, limits, hair),
		...trendsOfSeven(values, hair),
		...twoOfThree(values, limits, hair)
	];
	return values.map((_, at) => {
		const own = found.filter((each) => at >= each.from && at <= each.to);
		return own
			.map(({ rule, side }) => ({ rule, side }))
			.filter(
				(sign, n, all) =>
					all.findIndex(({ rule, side }) => rule === sign.rule && side === sign.side) === n
			);
	});
}

/** Points `from` to `to`, both included: every point of a run is marked. */
type Found = Sign & { from: number; to: number };

const beyondLimit = (values: readonly number[], { lower, upper }: Limits, hair: number): Found[] =>
	values.flatMap((value, at): Found[] => {
		if (value > upper + hair) return [{ rule: 'beyond-limit', side: 'up', from: at, to: at }];
		if (value < lower - hair) return [{ rule: 'beyond-limit', side: 'down', from: at, to: at }];
		return [];
	});

const runsOfSeven = (values: readonly number[], { mean }: Limits, hair: number): Found[] =>
	windows(values, RUN).flatMap(({ window, from, to }) => {
		const side = sideOf(
			window.map((value) => value - mean),
			hair
		);
		return side ? [{ rule: 'run-of-seven', side, from, to } as const] : [];
	});

const trendsOfSeven = (values: readonly number[], hair: number): Found[] =>
	windows(values, RUN).flatMap(({ window, from, to }) => {
		const side = sideOf(
			window.slice(1).map((value, at) => value - (window[at] ?? value)),
			hair
		);
		return side ? [{ rule: 'trend-of-seven', side, from, to } as const] : [];
	});

const twoOfThree = (
	values: readonly number[],
	{ mean, lower, upper }: Limits,
	hair: number
): Found[] =>
	windows(values, 3).flatMap(({ window, from, to }) => {
		const side = sideOf(
			window.map((value) => value - mean),
			hair
		);
		const edge = side === 'up' ? mean + (upper - mean) * NEAR : mean - (mean - lower) * NEAR;
		const near = window.filter((value) =>
			side === 'up' ? value > edge + hair : value < edge - hair
		);
		return side && near.length >= 2 ? [{ rule: 'two-of-three', side, from, to } as const] : [];
	});

/** Better or worse by the plan's direction; neutral where the signs of one point point both ways. */
export function readingOf(signs: readonly Sign[], better: Better): 'better' | 'worse' | 'neutral' {
	const sides = new Set(signs.map(({ side }) => side));
	const [only] = sides;
	if (sides.size !== 1 || better === 'neither') return 'neutral';
	return (only === 'up') === (better === 'higher') ? 'better' : 'worse';
}

export type Capability = 'cannot' | 'either' | 'always';

/** What the limits say of a goal: out of reach as things are done now, within what it swings by itself, or reached every time. */
export function capability(limits: Limits, goal: number, better: Better): Capability | null {
	if (limits.isProvisional || better === 'neither') return null;
	const hair = hairOf(goal, limits.lower, limits.upper);
	const [isOver, isUnder] = [goal > limits.upper + hair, goal < limits.lower - hair];
	const [far, near] = better === 'higher' ? [isOver, isUnder] : [isUnder, isOver];
	if (far) return 'cannot';
	return near ? 'always' : 'either';
}

function segmentsOf(points: readonly Point[], marks: readonly Mark[]) {
	const sorted = [...marks].sort((a, b) => (a.from < b.from ? -1 : 1));
	const bounds: (Mark | null)[] = [null, ...sorted];
	return bounds
		.map((mark, at) => {
			const next = bounds[at + 1];
			return {
				mark,
				points: points.filter(
					({ period }) => (!mark || period >= mark.from) && (!next || period < next.from)
				)
			};
		})
		.filter((segment) => segment.points.length > 0);
}

/** Where all lie on one side of nothing; what lies within a hair of it is on neither. */
function sideOf(differences: readonly number[], hair: number): 'up' | 'down' | null {
	if (differences.every((each) => each > hair)) return 'up';
	return differences.every((each) => each < -hair) ? 'down' : null;
}

const windows = (values: readonly number[], size: number) =>
	values.flatMap((_, from) => {
		const to = from + size - 1;
		return to < values.length ? [{ window: values.slice(from, to + 1), from, to }] : [];
	});

const meanOf = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0) / values.length;
