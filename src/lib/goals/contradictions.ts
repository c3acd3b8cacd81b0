import { When, measuredBy, type Aim, type Goal, type Heading } from './goal.ts';
import type { PlannedInitiative } from './initiative.ts';
import { isRegistered, type Measure, type SurveyMeasure } from './measure.ts';
import { lastDayOf, lastEnded, within } from './period.ts';

type Flaw = { path: (string | number)[]; reason: string };
type Goals = { headings: Heading[]; goals: Goal[]; initiatives: PlannedInitiative[] };

/** What the shapes alone cannot say of goals and initiatives: ids used twice, and references that lead nowhere. */
export function contradictions(
	{ headings, goals, initiatives }: Goals,
	items: ReadonlySet<string>
): Flaw[] {
	const isHeading = new Set(headings.map(({ id }) => id));
	const isGoal = new Set(goals.map(({ id }) => id));
	const isInitiative = new Set(initiatives.map(({ id }) => id));
	return [
		...twice(headings, ['headings']),
		...twice(goals, ['goals']),
		...twice(initiatives, ['initiatives']),
		...goals.flatMap((goal, g) =>
			[
				...unknown(goal.heading, isHeading, 'heading'),
				...sameAs(goal, isGoal),
				...ofGoal(goal, items)
			].map(under('goals', g))
		),
		...initiatives.flatMap((each, i) =>
			[
				...unknown(each.heading, isHeading, 'heading'),
				...sameAs(each, isInitiative),
				...(each.goals ?? []).flatMap((id) => unknown(id, isGoal, 'goals'))
			].map(under('initiatives', i))
		)
	];
}

const under =
	(list: string, at: number) =>
	({ path, reason }: Flaw): Flaw => ({ path: [list, at, ...path], reason });

function twice(list: { id: string }[], path: string[]): Flaw[] {
	const ids = list.map(({ id }) => id);
	return new Set(ids).size < ids.length ? [{ path, reason: 'two share an id' }] : [];
}

const unknown = (id: string, known: ReadonlySet<string>, field: string): Flaw[] =>
	known.has(id) ? [] : [{ path: [field], reason: `none is called "${id}"` }];

const sameAs = (each: { id: string; sameAs?: string | undefined }, known: ReadonlySet<string>) =>
	each.sameAs === undefined || (known.has(each.sameAs) && each.sameAs !== each.id)
		? []
		: [{ path: ['sameAs'], reason: `no other is called "${each.sameAs}"` }];

function ofGoal(goal: Goal, items: ReadonlySet<string>): Flaw[] {
	const { measures, aims } = goal;
	return [
		...twice(measures, ['measures']),
		...measures.flatMap((measure, m) =>
			isRegistered(measure) || items.has(measure.item)
				? []
				: [{ path: ['measures', m, 'item'], reason: `no item is called "${measure.item}"` }]
		),
		...aims.flatMap((aim, a) => ofAim(goal, aim).map(under('aims', a)))
	];
}

function ofAim(goal: Goal, aim: Aim): Flaw[] {
	if (aim.kind === 'done') return [];
	const measure = measuredBy(goal, aim);
	if (!measure) {
		return aim.measure === undefined
			? []
			: [{ path: ['measure'], reason: `no measure is called "${aim.measure}"` }];
	}
	if (!isRegistered(measure)) {
		if (aim.kind === 'value' && !isOnScale(aim.value, measure)) {
			return [{ path: ['value'], reason: 'no answers can come to that' }];
		}
		return aim.kind === 'value' || aim.kind === 'direction'
			? []
			: [{ path: ['kind'], reason: 'a survey has a value to reach or a direction' }];
	}
	if (measure.better === 'neither' && aim.kind !== 'follow') {
		return [{ path: ['measure'], reason: 'neither way is better, so nothing can be reached' }];
	}
	return isOwn(aim, measure)
		? []
		: [{ path: ['when'], reason: 'no period of the measure ends when the aim does' }];
}

/** A share is 0–100 %, a mean 1–5. */
const isOnScale = (value: number, { statistic }: SurveyMeasure): boolean =>
	statistic === 'mean' ? value >= 1 && value <= 5 : value >= 0 && value <= 100;

/** Whether some period of the measure is the aim's own: a yearly figure cannot settle a second quarter. */
function isOwn({ when }: Aim, { every }: Extract<Measure, { kind: 'registered' }>): boolean {
	if (when.kind === 'undated') return true;
	// What is no day or period is told of by the shape.
	if (!When.safeParse(when).success) return true;
	if (when.kind === 'by') return lastDayOf(lastEnded(every, when.day)) === when.day;
	return when.periods.every((period) => within(every, period).length > 0);
}
