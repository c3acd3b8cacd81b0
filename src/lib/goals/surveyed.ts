import type { Figure } from '../results/figure.ts';
import { change, verdict } from '../results/verdict.ts';
import type { Aim } from './goal.ts';
import type { SurveyMeasure } from './measure.ts';
import { ruled, type Ruling } from './ruling.ts';

/** What the released figures say of a statement that a goal is measured by. */
export type Surveyed = {
	/** The round it is of, by id and Danish name. */
	round: { id: string; name: string };
	/**
	 * The value that it is held against: the goal from before its first figures, so that who has seen them cannot move it. Null
	 * where the plan had none then.
	 */
	goal: number | null;
	/** Of the measure's own period. */
	figure: Figure;
	/** Whether all figures of that period are out. */
	isOver: boolean;
	/** The same statement in the round before, where there was one. */
	earlier: Figure | null;
};

/**
 * A survey's aim: a verdict from the interval, once the period is over (METHOD §3). A direction is followed by the change
 * since the round before, or since a baseline whose number of answers is printed.
 */
export function surveyRuling(
	aim:
		| Pick<Extract<Aim, { kind: 'value' }>, 'kind' | 'value'>
		| { kind: Exclude<Aim['kind'], 'value'> },
	measure: SurveyMeasure,
	surveyed: Surveyed | null
): Ruling {
	if (!surveyed || surveyed.figure.state === 'hidden') return ruled('no-figure', 'no-figure');
	if (aim.kind === 'value') return against(surveyed.goal ?? aim.value, measure, surveyed);
	const { figure, earlier } = surveyed;
	const { baseline } = measure;
	const before =
		earlier?.state === 'shown'
			? earlier
			: baseline && baseline.value !== null && { share: baseline.value / 100, n: baseline.n };
	if (!before) return ruled('undecided', 'survey-first');
	const found = change(figure, before);
	if (found === 'better') return ruled('on-track', 'survey-better');
	if (found === 'worse') return ruled('behind', 'survey-worse');
	return ruled(
		'undecided',
		found === 'baseline-unknown' ? 'survey-first' : 'survey-no-sure-change'
	);
}

function against(goal: number, { statistic }: SurveyMeasure, { figure, isOver }: Surveyed): Ruling {
	if (figure.state === 'hidden') return ruled('no-figure', 'no-figure');
	const target = { target: goal };
	const interval = statistic === 'mean' ? (figure.mean?.interval ?? null) : figure.interval;
	if (!interval) return ruled('no-figure', 'no-figure', target);
	if (!isOver) return ruled('undecided', 'survey-not-over', target);
	const found = verdict(interval, statistic === 'mean' ? goal : goal / 100);
	if (found === 'reached') return ruled('reached', 'survey-reached', target);
	return found === 'not-reached'
		? ruled('not-reached', 'survey-not-reached', target)
		: ruled('undecided', 'survey-undecided', target);
}
