import type { Period } from './period.ts';
import type { Point } from './series.ts';

/** Nået · Ikke nået · På vej · Bagud · Kan ikke afgøres · Intet tal · Fristen er overskredet */
export type Status =
	'reached' | 'not-reached' | 'on-track' | 'behind' | 'undecided' | 'no-figure' | 'overdue';

/** Every rule a status may come from (METHOD §8). Each has its sentence in the messages, and no sentence is without one. */
export const RULES = [
	'own-period-reached',
	'own-period-missed',
	'plan-end-reached',
	'plan-end-missed',
	'running-total-reached',
	'step-reached',
	'step-missed',
	'limits-always',
	'limits-either',
	'limits-cannot',
	'too-few-points',
	'no-baseline',
	'no-national',
	'national-better-now',
	'national-not-better-now',
	'direction-better',
	'direction-worse',
	'no-sure-change',
	'deadline-without-figure',
	'no-figure',
	'not-measured',
	'follow-shown',
	'survey-reached',
	'survey-not-reached',
	'survey-undecided',
	'survey-not-over',
	'survey-not-yet',
	'survey-mean',
	'survey-better',
	'survey-worse',
	'survey-no-sure-change',
	'survey-first',
	'ended',
	'done-in-time',
	'done-late',
	'given-up',
	'not-done-overdue',
	'not-done-yet'
] as const;
export type Rule = (typeof RULES)[number];

/** What is said of one aim, the rule it comes from, and what it was said of. */
export type Ruling = {
	status: Status;
	rule: Rule;
	/** The figure that it is said of. */
	point: Point | null;
	/** What that figure is held against, in the measure's unit. */
	target: number | null;
	/** The period of a step or a goal of its own. */
	period: Period | null;
};

export const ruled = (
	status: Status,
	rule: Rule,
	of: Partial<Pick<Ruling, 'point' | 'target' | 'period'>> = {}
): Ruling => ({ status, rule, point: null, target: null, period: null, ...of });

/**
 * The least favourable of a goal's aims: it is reached only when all of it is. It has no figure only where no aim has one; beside
 * figures an aim without one leaves it undecided.
 */
export function overall(rulings: readonly Pick<Ruling, 'status'>[]): Status {
	const all = rulings.map(({ status }) => status);
	if (all.every((status) => status === 'no-figure')) return 'no-figure';
	const told = all.map((status): Status => (status === 'no-figure' ? 'undecided' : status));
	return WORST_FIRST.find((status) => told.includes(status)) ?? 'no-figure';
}

const WORST_FIRST: readonly Status[] = [
	'overdue',
	'not-reached',
	'behind',
	'undecided',
	'on-track',
	'reached'
];
