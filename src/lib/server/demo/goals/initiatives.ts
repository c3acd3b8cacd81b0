import { addDays, earliest, latest, type Day } from '../../../calendar.ts';
import type { Initiative, InitiativeState } from '../../../goals/initiative.ts';
import { isRegistered } from '../../../goals/measure.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Db } from '../../core/database.ts';
import * as initiatives from '../../goals/initiatives.ts';
import { isOf } from '../../goals/planned.ts';
import { HEARD } from './heard.ts';

/** How each of the plan's own went, in turn: its last state, and how many days after its due day that came. */
const FATES: readonly (readonly [InitiativeState, number])[] = [
	['done', -40],
	['done', 35],
	['doing', 0],
	['done', -10],
	['agreed', 0],
	['cannot', -60],
	['done', -5],
	['idea', 0],
	['dropped', -90]
];
const WHY = {
	cannot: 'Det kræver en lov, som Folketinget ikke har ændret.',
	dropped: 'Kommunen valgte at bruge pengene på flere samtaler.'
} as const;
const POSTS = [
	'Centerchefen',
	'Teamleder for job',
	'Teamleder for sygemeldte',
	'Udvalgets formand'
];
const WEEK = 7;

type Step = { db: Db; plan: Plan; by: string; today: Day };

/** What the demo's people have done about the plan's own initiatives: some of each state, some too late. */
export function followPlanned({ db, plan, by, today }: Step): void {
	const planned = initiatives.all(db, plan).filter(({ answers }) => isOf(answers, 'plan'));
	for (const [index, initiative] of planned.entries()) {
		const [state, after] = FATES[index % FATES.length] ?? ['idea', 0];
		const due = initiative.due ?? `${plan.period.to}-06-30`;
		const ended = earliest(addDays(due, after), addDays(today, -1));
		const begun = latest(`${plan.period.from}-01-15`, addDays(ended, -26 * WEEK));
		const written = initiatives.write(
			db,
			plan,
			initiative.id,
			{ ...initiative, owner: initiative.owner ?? postOf(index), isPublic: true },
			{ by, today: earliest(begun, ended) }
		);
		if (!written.ok) throw new Error(`${initiative.id}: ${written.reason}`);
		walk({ db, plan, by, today }, written.id, state, { begun: earliest(begun, ended), ended });
	}
}

/** What citizens said and what was done about it: also what cannot be changed, what was given up and what is late. */
export function hear({ db, plan, by, today }: Step): void {
	const promises = plan.promises.map(({ id }) => id);
	const next = nextFigure(plan);
	for (const [index, { heard, does, state, due, why }] of HEARD.entries()) {
		const promise = index % 2 === 0 ? promises[index % promises.length] : undefined;
		const begun = initiatives.begin(
			db,
			promise === undefined ? { kind: 'theme' } : { kind: 'promise', id: promise },
			{
				heard,
				does,
				why: null,
				owner: postOf(index),
				due: addDays(today, due * WEEK),
				next,
				isPublic: true
			},
			{ by, today: addDays(today, -40 * WEEK) }
		);
		if (!begun.ok) throw new Error(`${heard}: ${begun.reason}`);
		walk({ db, plan, by, today }, begun.id, state, {
			begun: addDays(today, -30 * WEEK),
			ended: addDays(today, -(index + 1) * WEEK),
			why
		});
	}
}

/** One step after the other, as a person would. */
function walk(
	{ db, plan, by }: Step,
	id: string,
	state: InitiativeState,
	{ begun, ended, why }: { begun: Day; ended: Day; why?: string | undefined }
): void {
	const way: { [to in InitiativeState]: InitiativeState[] } = {
		idea: [],
		agreed: ['agreed'],
		doing: ['agreed', 'doing'],
		done: ['agreed', 'doing', 'done'],
		cannot: ['cannot'],
		dropped: ['agreed', 'dropped']
	};
	const steps = way[state];
	for (const [index, to] of steps.entries()) {
		const isLast = index === steps.length - 1;
		const note = to === 'cannot' || to === 'dropped' ? (why ?? WHY[to]) : null;
		const moved = initiatives.move(db, plan, id, { to, note, by, today: isLast ? ended : begun });
		if (!moved.ok) throw new Error(`${id} ${to}: ${moved.reason}`);
	}
}

function nextFigure(plan: Plan): Initiative['next'] {
	const goal = plan.goals.find(({ measures }) => measures.some(isRegistered));
	const measure = goal?.measures.find(isRegistered);
	return goal && measure ? { goal: goal.id, measure: measure.id } : null;
}

const postOf = (index: number): string => POSTS[index % POSTS.length] ?? 'Centerchefen';
