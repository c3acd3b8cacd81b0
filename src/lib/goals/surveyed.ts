import type { Figure } from '../results/figure.ts';
import { change, verdict } from '../results/verdict.ts';
import type { Aim, When } from './goal.ts';
import type { SurveyMeasure } from './measure.ts';
import { ruled, type Ruling } from './ruling.ts';
import type { Until } from './series.ts';

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
	/** The figure is of another time than the aim's: its own is on its way, or no round asks then. */
	instead?: 'awaited' | 'none';
};
/** Which figures are asked for: those that an aim of a goal is judged by, as they stood on a day. */
export type SurveyAsked = { goal?: string; when?: When; until?: Until | undefined };

/**
 * A survey's aim: a verdict from the interval, once the period is over (METHOD §3), and for the aim's own time alone. A direction is
 * followed by the change since the round before, or since a baseline whose number of answers is printed.
 * @param isPast whether the aim's own time is over
 */
export function surveyRuling(
	aim:
		| (Pick<Extract<Aim, { kind: 'value' }>, 'kind' | 'value'> & { when?: When })
		| { kind: Exclude<Aim['kind'], 'value'>; when?: When },
	measure: SurveyMeasure,
	surveyed: Surveyed | null,
	isPast = false
): Ruling {
	const isDated = aim.when !== undefined && aim.when.kind !== 'undated';
	const isTooLate = isDated && isPast && (surveyed === null || surveyed.instead === 'none');
	if (isTooLate) return ruled('overdue', 'deadline-without-figure');
	if (!surveyed) return ruled('no-figure', 'no-figure');
	const wanted = aim.kind === 'value' ? (surveyed.goal ?? aim.value) : null;
	if (surveyed.instead || (aim.when?.kind === 'by' && !isPast)) {
		return ruled('undecided', 'survey-not-yet', { target: wanted });
	}
	const period = aim.when?.kind === 'for' ? (aim.when.periods.at(-1) ?? null) : null;
	return { ...judged(aim.kind, wanted, measure, surveyed), period };
}

function judged(
	kind: Aim['kind'],
	wanted: number | null,
	measure: SurveyMeasure,
	surveyed: Surveyed
): Ruling {
	const { figure, earlier } = surveyed;
	if (figure.state === 'hidden') return ruled('no-figure', 'no-figure');
	if (kind === 'value' && wanted !== null) return against(wanted, measure, surveyed);
	// A change is judged of shares: of means there is no rule.
	if (measure.statistic === 'mean') return ruled('undecided', 'survey-mean');
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
