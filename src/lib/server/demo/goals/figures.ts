import { withComma } from '../../../rounding.ts';
import { addDays, type Day } from '../../../calendar.ts';
import { isRegistered, type RegisteredMeasure } from '../../../goals/measure.ts';
import {
	lastDayOf,
	lastEnded,
	periodsBetween,
	shifted,
	type Every
} from '../../../goals/period.ts';
import { endOf } from '../../../goals/status.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Entry } from '../../goals/figures.ts';
import { random } from '../random.ts';
import { invent, type Measured, type Quirk } from './values.ts';

/** So long after a period has ended its figure is there. */
const LAG_DAYS = 40;
/** Three years, and the one before that a change is reckoned from. */
const PERIODS: { [every in Every]: number } = { month: 36, quarter: 12, 'half-year': 6, year: 3 };
/** A plan that ended this long ago is followed no more. */
const FOLLOWED_YEARS_AFTER = 1;

/** Every registered measure of a plan with what it is to show. What the plan says twice is measured once. */
export function measuredIn(plan: Plan, today: Day): Measured[] {
	const all: Measured[] = plan.goals
		.filter(({ sameAs, ended }) => sameAs === undefined && ended === undefined)
		.flatMap((goal) =>
			goal.measures.filter(isRegistered).map((measure) => ({ goal, measure, quirk: 'none' }))
		);
	const free = ({ quirk }: Measured): boolean => quirk === 'none';
	const give = (quirk: Quirk, found: Measured | undefined): void => {
		if (found) found.quirk = quirk;
	};
	const oftenFirst = all.toSorted((a, b) => PERIODS[b.measure.every] - PERIODS[a.measure.every]);
	give(
		'missing',
		all.findLast(({ goal }) => goal.aims.every(({ when }) => when.kind === 'undated'))
	);
	give(
		'late',
		all.find((each) => free(each) && !each.measure.runningTotal && deadlineOf(each, plan) < today)
	);
	for (const quirk of ['remarkable', 'break', 'provisional'] as const) {
		give(
			quirk,
			oftenFirst.find((each) => free(each) && swings(each))
		);
	}
	return all;
}

/** Invented values of two to three years, in the order they came. */
export function figuresOf(plan: Plan, today: Day): Entry[] {
	return measuredIn(plan, today)
		.flatMap((measured) => seriesOf(plan, measured, today))
		.sort((a, b) => (a.retrievedOn < b.retrievedOn ? -1 : a.retrievedOn > b.retrievedOn ? 1 : 0));
}

/** The period from which a broken series counts something else. */
export const breakOf = (plan: Plan, { measure }: Measured, today: Day): string =>
	shifted(newest(plan, measure, today), -Math.floor(PERIODS[measure.every] / 2));

function seriesOf(plan: Plan, measured: Measured, today: Day): Entry[] {
	const { goal, measure, quirk } = measured;
	if (quirk === 'missing') return [];
	const last = newest(plan, measure, today);
	const periods = periodsBetween(shifted(last, -PERIODS[measure.every]), last)
		.filter((period) => !measure.runningTotal || lastDayOf(period) >= `${plan.period.from}-01-01`)
		.filter((period) => quirk !== 'late' || lastDayOf(period) < deadlineOf(measured, plan));
	const values = invent(measured, periods, {
		breakAt: breakOf(plan, measured, today),
		from: random(`goals ${plan.municipality} ${goal.id} ${measure.id}`)
	});
	return values.flatMap((value, index) => {
		const isNewest = index === values.length - 1;
		const entry = {
			...value,
			goal: goal.id,
			measure: measure.id,
			delivered: withComma(value.value),
			source: measure.table ? 'Jobindsats' : 'Egen opgørelse',
			table: measure.table ? { id: measure.table.id, name: goal.name.da } : null,
			retrievedOn: addDays(lastDayOf(value.period), LAG_DAYS),
			note: 'Opdigtet tal til demoen.'
		} satisfies Entry;
		if (quirk !== 'provisional') return [entry];
		const first = { ...entry, isProvisional: true };
		if (isNewest) return [first];
		// The one before was provisional too, until the source said what it came to.
		return index === values.length - 2
			? [
					{
						...first,
						value: value.value + 1,
						delivered: withComma(value.value + 1)
					},
					{ ...entry, retrievedOn: addDays(entry.retrievedOn, LAG_DAYS / 2) }
				]
			: [entry];
	});
}

function newest(plan: Plan, { every }: RegisteredMeasure, today: Day): string {
	const isFollowed = Number(today.slice(0, 4)) - plan.period.to <= FOLLOWED_YEARS_AFTER;
	return lastEnded(every, isFollowed ? addDays(today, -LAG_DAYS) : `${plan.period.to}-12-31`);
}

function deadlineOf({ goal, measure }: Measured, plan: Plan): Day {
	const [first] = goal.aims
		.filter((aim) => aim.kind !== 'done' && aim.measure === measure.id)
		.filter(({ when }) => when.kind !== 'undated')
		.map(({ when }) => endOf(when, plan.period))
		.sort();
	return first ?? '9999-12-31';
}

const swings = ({ measure }: Measured): boolean =>
	!measure.runningTotal && measure.every !== 'year' && measure.every !== 'half-year';
