import type { Day } from '../../calendar.ts';
import { measuredBy, type Aim, type Goal, type Heading, type When } from '../../goals/goal.ts';
import type { Initiative, PlannedInitiative } from '../../goals/initiative.ts';
import { isRegistered, type Measure, type SurveyMeasure } from '../../goals/measure.ts';
import { remarkOn, type Remark } from '../../goals/remark.ts';
import { overall, type Ruling, type Status } from '../../goals/ruling.ts';
import type { Series, Until } from '../../goals/series.ts';
import { ruling } from '../../goals/status.ts';
import type { SurveyAsked, Surveyed } from '../../goals/surveyed.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as initiatives from './initiatives.ts';
import { isOf } from './planned.ts';
import { all as allSeries, allUntil, keyOf } from './series.ts';
import { shown } from './shown.ts';

type MeasureView = {
	measure: Measure;
	/** Of a registered measure; without its history, which a goal's own page reads. */
	series: Series | null;
	/** Of a survey's. */
	surveyed: Surveyed | null;
	/** What is remarkable about the newest point. */
	remark: Remark | null;
};
export type GoalView = {
	goal: Goal;
	status: Status;
	/** `surveyed`: what a survey's aim is judged by, of its own time. */
	aims: { aim: Aim; measure: Measure | null; ruling: Ruling; surveyed: Surveyed | null }[];
	measures: MeasureView[];
	/** What is done about it, the plan's own first. */
	initiatives: Initiative[];
	isPublic: boolean;
};
type PlannedView = { planned: PlannedInitiative; initiative: Initiative };
export type Board = {
	plan: Pick<Plan, 'municipality' | 'title' | 'period'>;
	/** The plan's years are over: it still shows where it ended. */
	isExpired: boolean;
	/** By the plan's own headings, in its order. */
	headings: { heading: Heading; goals: GoalView[]; initiatives: PlannedView[] }[];
	/** Begun here, about something else than the plan's own initiatives. */
	others: Initiative[];
};
export type Seeing = {
	today: Day;
	/** The public sees the goals that are chosen for it, and the initiatives that are public. */
	audience: 'staff' | 'public';
	/** What the released figures say of a survey's measure; from `results`, which this room does not know. */
	surveyedBy: (measure: SurveyMeasure, asked?: SurveyAsked) => Surveyed | null;
	/** How it stood then: figures and initiatives as far as this; all there is where it is absent. */
	until?: Until;
};

/** All goals and initiatives of a plan as they stand today. */
export function board(db: Db, plan: Plan, seeing: Seeing): Board {
	const around = aroundOf(db, plan, seeing);
	const { every, isPublic } = around;
	const sees = seeing.audience === 'staff' ? () => true : (id: string) => isPublic.has(id);
	const views = plan.goals.filter(({ id }) => sees(id)).map((goal) => viewOf(plan, goal, around));
	const planned = plan.initiatives.flatMap((each) => {
		const initiative = every.find(({ answers }) =>
			isOf(answers, 'planned', each.sameAs ?? each.id)
		);
		return initiative ? [{ planned: each, initiative }] : [];
	});
	const { municipality, title, period } = plan;
	return {
		plan: { municipality, title, period },
		isExpired: Number(seeing.today.slice(0, 4)) > period.to,
		headings: plan.headings
			.map((heading) => ({
				heading,
				goals: views.filter(({ goal }) => goal.heading === heading.id),
				initiatives: planned.filter((each) => each.planned.heading === heading.id)
			}))
			.filter((each) => each.goals.length + each.initiatives.length > 0),
		others: every.filter(({ answers }) => answers.kind !== 'planned' && answers.kind !== 'task')
	};
}

/** One goal with all that was ever entered, or undefined where it is not there to be seen. */
export function goalView(db: Db, plan: Plan, id: string, seeing: Seeing): GoalView | undefined {
	const goal = plan.goals.find((each) => each.id === id);
	const around = aroundOf(db, plan, seeing);
	if (!goal || (seeing.audience === 'public' && !around.isPublic.has(id))) return undefined;
	return viewOf(plan, goal, { ...around, withHistory: seeing.audience === 'staff' });
}

type Around = Seeing & {
	/** Those that the reader sees. */
	every: Initiative[];
	/** What a goal's own task has come to is told with the goal, whoever may see what is written about the task. */
	tasks: Initiative[];
	isPublic: Set<string>;
	series: Map<string, Series>;
	withHistory?: boolean;
};

/** What every goal's view is made of, asked for once. */
function aroundOf(db: Db, plan: Plan, seeing: Seeing): Around {
	const { audience, until } = seeing;
	const every = until ? initiatives.allOn(db, plan, until.day) : initiatives.all(db, plan);
	return {
		...seeing,
		every: audience === 'staff' ? every : initiatives.forPublic(every),
		tasks: every.filter(({ answers }) => answers.kind === 'task'),
		isPublic: shown(db, plan),
		series: until ? allUntil(db, until) : allSeries(db)
	};
}

function viewOf(plan: Plan, goal: Goal, around: Around): GoalView {
	const { today, surveyedBy, until, every, tasks, isPublic, withHistory = false } = around;
	// What the plan says twice is measured once.
	const at = goal.sameAs ?? goal.id;
	const seriesOf = (measure: string) => around.series.get(keyOf({ goal: at, measure }));
	const task = tasks.find(({ answers }) => isOf(answers, 'task', at));
	const done = task && { state: task.state, on: task.history.at(-1)?.on ?? null };
	const askedOf = (measure: SurveyMeasure, when?: When) =>
		surveyedBy(measure, { goal: goal.id, ...(when && { when }), until });
	const situation = { today, plan: plan.period, seriesOf, surveyedBy: askedOf, done };
	const aims = goal.aims.map((aim) => {
		const measure = measuredBy(goal, aim) ?? null;
		const surveyed = measure?.kind === 'survey' ? askedOf(measure, aim.when) : null;
		return { aim, measure, surveyed, ruling: ruling(goal, aim, situation) };
	});
	return {
		goal,
		status: overall(aims.map((each) => each.ruling)),
		aims,
		measures: goal.measures.map((measure) => {
			const series = (isRegistered(measure) && seriesOf(measure.id)) || null;
			return {
				measure,
				series: series && (withHistory ? series : { ...series, history: [] }),
				surveyed: isRegistered(measure) ? null : askedOf(measure),
				remark: series && isRegistered(measure) ? remarkOn(series, measure) : null
			};
		}),
		initiatives: every.filter((each) => isAbout(plan, each, at)),
		isPublic: isPublic.has(goal.id)
	};
}

/** Whether an initiative works for a goal: it answers it, is the goal itself, looks at its figure, or the plan says so. */
function isAbout(plan: Plan, { answers, next }: Initiative, goal: string): boolean {
	if (next?.goal === goal) return true;
	if (answers.kind === 'goal' || answers.kind === 'task') return answers.id === goal;
	return (
		answers.kind === 'planned' &&
		plan.initiatives.some(({ id, goals }) => id === answers.id && (goals ?? []).includes(goal))
	);
}
