import type { Change, Figure, Verdict } from '../results/figure.ts';
import { valueOf } from '../rounding.ts';
import { change, settledBy, verdict } from '../results/verdict.ts';
import type { SurveyTarget } from './survey-target.ts';

/** What a figure says about a target. Shares 0–1. */
export type Outcome = {
	goal: number;
	wording: SurveyTarget['wording'];
	baseline: {
		share: number;
		year: number;
		n: number | null;
		wording: SurveyTarget['wording'];
	} | null;
	change: Change | null;
	period: SurveyTarget['period'];
	/** `not-over`: a verdict waits until the target's own period has ended and all its figures are out. */
	verdict: Verdict | 'not-over' | 'no-figure';
	/** How many answers would settle it; null where it is settled, or where a year's offers cannot give that many. */
	settledBy: number | null;
};

export function outcome(
	target: SurveyTarget,
	figure: Figure,
	{ isOver, offersOfAYear }: { isOver: boolean; offersOfAYear: number }
): Outcome {
	const goal = target.goal / 100;
	const baseline = target.baseline
		? { ...target.baseline, share: target.baseline.share / 100 }
		: null;
	const stated = { goal, wording: target.wording, baseline, period: target.period };
	if (figure.state === 'hidden' || !figure.interval) {
		return { ...stated, change: null, verdict: 'no-figure', settledBy: null };
	}
	const share = valueOf(figure.share);
	const ruling = isOver ? verdict(figure.interval, goal) : 'not-over';
	return {
		...stated,
		// Without the baseline's n there is nothing to wait for: it can never be judged.
		change: baseline && (isOver || baseline.n === null) ? change(figure, baseline) : null,
		verdict: ruling,
		settledBy: ruling === 'undecided' ? settledBy(share, goal, offersOfAYear) : null
	};
}
