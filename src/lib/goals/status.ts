import type { Day } from '../calendar.ts';
import { measureOf, type Aim, type Goal, type When } from './goal.ts';
import type { InitiativeState } from './initiative.ts';
import { isRegistered, type RegisteredMeasure, type SurveyMeasure } from './measure.ts';
import { lastDayOf, lastEnded, periodsBetween, within, type Period } from './period.ts';
import { ruled, type Ruling } from './ruling.ts';
import type { Point, Series } from './series.ts';
import { surveyRuling, type Surveyed } from './surveyed.ts';
import { isThere, meets, targetFor, type JudgedAim } from './target.ts';
import { capability, readingOf, xmr } from './xmr.ts';

export type Situation = {
	today: Day;
	/** The plan's years, both included. */
	plan: { from: number; to: number };
	seriesOf: (measure: string) => Series | undefined;
	surveyedBy: (measure: SurveyMeasure, when: When) => Surveyed | null;
	/** How far what is done by a date has come, and since when. */
	done?: { state: InitiativeState; on: Day | null } | undefined;
};

/** What can be said of an aim today. A survey's aims are judged by their verdict, elsewhere. */
export function ruling(
	goal: Pick<Goal, 'measures' | 'ended'>,
	aim: Aim,
	situation: Situation
): Ruling {
	if (goal.ended) return ruled('undecided', 'ended');
	if (aim.kind === 'done') return doneRuling(aim.when, situation);
	const measure = measureOf(goal, aim.measure);
	if (!measure) return ruled('no-figure', 'not-measured');
	if (!isRegistered(measure)) {
		const isPast = hasEnded(endOf(aim.when, situation.plan), situation);
		return surveyRuling(aim, measure, situation.surveyedBy(measure, aim.when), isPast);
	}
	const series = situation.seriesOf(measure.id);
	if (!series || series.points.length === 0) return withoutFigures(aim.when, situation);
	if (aim.kind === 'follow') {
		return ruled('undecided', 'follow-shown', { point: series.points.at(-1) ?? null });
	}
	const at = { aim, measure, series, situation };
	return final(at) ?? step(at) ?? open(at);
}

type At = {
	aim: JudgedAim;
	measure: RegisteredMeasure;
	series: Series;
	situation: Situation;
};

/** The last day of what an aim is for; the plan's last where it is undated. */
export function endOf(when: When, plan: Situation['plan']): Day {
	if (when.kind === 'by') return when.day;
	if (when.kind === 'undated') return `${plan.to}-12-31`;
	return when.periods.map(lastDayOf).reduce((a, b) => (a > b ? a : b));
}

const hasEnded = (day: Day, { today }: Situation): boolean => day < today;

const withoutFigures = (when: When, situation: Situation): Ruling =>
	when.kind !== 'undated' && hasEnded(endOf(when, situation.plan), situation)
		? ruled('overdue', 'deadline-without-figure')
		: ruled('no-figure', 'no-figure');

/** A verdict: only for the aim's own period and with its own figure. */
function final(at: At): Ruling | null {
	const { aim, measure, series, situation } = at;
	if (aim.kind === 'direction' && aim.when.kind === 'undated') return null;
	const running = runningTotal(at);
	if (running) return running;
	const end = endOf(aim.when, situation.plan);
	if (!hasEnded(end, situation)) return null;
	const years = yearsOf(at);
	const missed = years.find(isMissed);
	if (missed) return ruled('not-reached', 'own-period-missed', missed.of);
	const isUndated = aim.when.kind === 'undated';
	const own = isUndated ? lastBefore(series.points, end) : ownOf(aim.when, measure, series);
	if (!own) {
		return isUndated
			? ruled('no-figure', 'no-figure')
			: ruled('overdue', 'deadline-without-figure');
	}
	if (!isUndated && years.some(({ of }) => !of.point)) {
		return ruled('overdue', 'deadline-without-figure');
	}
	const period = aim.when.kind === 'for' ? (aim.when.periods.at(-1) ?? null) : null;
	const target = targetFor(aim, measure, series, own, situation.plan);
	if (target === null || years.some(({ of }) => of.target === null)) return lacking(aim, own);
	const isReached = meets(aim, measure, own.value, target);
	const of = { point: own, target, period };
	if (isUndated) {
		return isReached
			? ruled('reached', 'plan-end-reached', of)
			: ruled('not-reached', 'plan-end-missed', of);
	}
	return isReached
		? ruled('reached', 'own-period-reached', of)
		: ruled('not-reached', 'own-period-missed', of);
}

/** What cannot fall is reached as soon as it is there. */
function runningTotal({ aim, measure, series, situation }: At): Ruling | null {
	if (!measure.runningTotal || aim.kind !== 'value') return null;
	const end = endOf(aim.when, situation.plan);
	const there = series.points.find(
		(point) => lastDayOf(point.period) <= end && isThere(measure.better, point.value, aim.value)
	);
	return there
		? ruled('reached', 'running-total-reached', { point: there, target: aim.value })
		: null;
}

type Year = { of: Pick<Ruling, 'point' | 'target' | 'period'>; isMet: boolean };
const isMissed = ({ of, isMet }: Year): boolean => of.target !== null && !isMet;

/**
 * "I hvert af årene 2016–2018": each of the years that are over, with its own figure and what that is held against. A plan that
 * names no years means its own. Of another aim none.
 */
function yearsOf({ aim, measure, series, situation }: At): Year[] {
	if (aim.kind !== 'change' || aim.each !== 'year') return [];
	const { plan } = situation;
	const periods =
		aim.when.kind === 'for'
			? aim.when.periods
			: periodsBetween(`${plan.from}`, endOf(aim.when, plan).slice(0, 4)).filter(
					(year) => lastDayOf(year) <= endOf(aim.when, plan)
				);
	return periods
		.filter((period) => hasEnded(lastDayOf(period), situation))
		.map((period) => {
			const point = ownOf({ kind: 'for', periods: [period] }, measure, series);
			const target = point && targetFor(aim, measure, series, point, plan);
			const isMet = point && target !== null ? meets(aim, measure, point.value, target) : false;
			return { of: { point, target, period }, isMet };
		});
}

/** A path that the plan prints: the same goal for several years, of which some have passed. */
function step(at: At): Ruling | null {
	const { aim, measure, series, situation } = at;
	// What each year is to bring is not made up for by a later one.
	const missed = yearsOf(at).find(isMissed);
	if (missed) return ruled('behind', 'step-missed', missed.of);
	if (aim.when.kind !== 'for') return null;
	const passed = aim.when.periods.filter((period) => hasEnded(lastDayOf(period), situation));
	for (const period of passed.toReversed()) {
		const own = ownOf({ kind: 'for', periods: [period] }, measure, series);
		const target = own && targetFor(aim, measure, series, own, situation.plan);
		if (!own || target === null) continue;
		const of = { point: own, target, period };
		return meets(aim, measure, own.value, target)
			? ruled('on-track', 'step-reached', of)
			: ruled('behind', 'step-missed', of);
	}
	return null;
}

/** Before its own period: only what the limits say. */
function open(at: At): Ruling {
	const { aim, measure, series, situation } = at;
	const point = series.points.at(-1) ?? null;
	if (!point) return ruled('no-figure', 'no-figure');
	const target = targetFor(aim, measure, series, point, situation.plan);
	if (aim.kind === 'direction') return direction(at, point);
	if (target === null) return lacking(aim, point);
	const of = { point, target };
	if (aim.kind === 'national') {
		return meets(aim, measure, point.value, target)
			? ruled('undecided', 'national-better-now', of)
			: ruled('undecided', 'national-not-better-now', of);
	}
	const limits = measure.runningTotal ? undefined : xmr(series.points, series.marks).at(-1)?.limits;
	const can = limits ? capability(limits, target, measure.better) : null;
	if (can === 'always') return ruled('on-track', 'limits-always', of);
	if (can === 'cannot') return ruled('behind', 'limits-cannot', of);
	return ruled('undecided', can === 'either' ? 'limits-either' : 'too-few-points', of);
}

function direction({ measure, series }: At, point: Point): Ruling {
	const segment = xmr(series.points, series.marks).at(-1);
	const last = segment?.points.at(-1);
	if (!segment || !last || segment.limits.isProvisional) {
		return ruled('undecided', 'too-few-points', { point });
	}
	const reading = readingOf(last.signs, measure.better);
	if (reading === 'better') return ruled('on-track', 'direction-better', { point });
	if (reading === 'worse') return ruled('behind', 'direction-worse', { point });
	return ruled('undecided', 'no-sure-change', { point });
}

const lacking = (aim: JudgedAim, point: Point): Ruling =>
	aim.kind === 'national'
		? ruled('undecided', 'no-national', { point })
		: ruled('undecided', 'no-baseline', { point });

/** The figure of an aim's own period: the period itself, or the one of the measure that ends it. */
function ownOf(when: When, measure: RegisteredMeasure, { points }: Series): Point | null {
	const find = (period: Period | undefined) =>
		points.find((point) => point.period === period) ?? null;
	if (when.kind === 'by') return find(lastEnded(measure.every, when.day));
	const period = when.kind === 'for' ? when.periods.at(-1) : undefined;
	if (!period) return null;
	return find(period) ?? find(within(measure.every, period).at(-1));
}

const lastBefore = (points: readonly Point[], day: Day): Point | null =>
	points.findLast(({ period }) => lastDayOf(period) <= day) ?? null;

function doneRuling(when: When, { today, plan, done }: Situation): Ruling {
	const isDated = when.kind !== 'undated';
	const end = endOf(when, plan);
	if (done?.state === 'done') {
		return isDated && done.on !== null && done.on > end
			? ruled('not-reached', 'done-late')
			: ruled('reached', 'done-in-time');
	}
	if (done?.state === 'cannot' || done?.state === 'dropped')
		return ruled('not-reached', 'given-up');
	return isDated && end < today
		? ruled('overdue', 'not-done-overdue')
		: ruled('undecided', 'not-done-yet');
}
