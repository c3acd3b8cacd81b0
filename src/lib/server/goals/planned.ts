import type { Goal } from '../../goals/goal.ts';
import type { Initiative } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';

/** A goal that is done or not done is followed as an initiative is. */
const isTask = (goal: Pick<Goal, 'aims'>): boolean => goal.aims.some(({ kind }) => kind === 'done');

/** Whether an initiative is one that the plan itself speaks of: any of them, or the one of a kind and an id. */
export const isOf = (
	answers: Initiative['answers'],
	kind: 'planned' | 'task' | 'plan',
	id?: string
): boolean =>
	(answers.kind === 'planned' || answers.kind === 'task') &&
	(kind === 'plan' || kind === answers.kind) &&
	(id === undefined || id === answers.id);

/**
 * What the plan itself says will be done, before anybody here has touched it: its starred initiatives, and its goals that are
 * done by a date. What it says twice is followed once.
 */
export const plannedIn = (plan: Plan): Initiative[] => [
	...plan.initiatives
		.filter(({ sameAs }) => sameAs === undefined)
		.map(({ id, name, by, owner }) =>
			begun({ kind: 'planned', id }, name.da, by ?? null, owner ?? null)
		),
	...plan.goals
		.filter((goal) => isTask(goal) && goal.sameAs === undefined && goal.ended === undefined)
		.map(({ id, name, aims, owner }) =>
			begun({ kind: 'task', id }, name.da, dayOf(aims), owner ?? null)
		)
];

function dayOf(aims: Goal['aims']) {
	const [when] = aims.flatMap((aim) => (aim.kind === 'done' ? [aim.when] : []));
	return when?.kind === 'by' ? when.day : null;
}

const begun = (
	answers: Extract<Initiative['answers'], { kind: 'planned' | 'task' }>,
	does: string,
	due: string | null,
	owner: string | null
): Initiative => ({
	id: `${answers.kind}:${answers.id}`,
	answers,
	heard: '',
	does,
	why: null,
	owner,
	due,
	state: 'idea',
	next: null,
	isPublic: false,
	history: []
});
