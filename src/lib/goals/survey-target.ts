import type { Text } from '../i18n/text.ts';
import type { Goal } from './goal.ts';
import { measureOf } from './goal.ts';

/** A share that a statement's figure is to reach, as the results hold it against one. Shares are whole per cent. */
export type SurveyTarget = {
	/** The goal's. */
	id: string;
	item: string;
	goal: number;
	/** The plan's own wording of the goal. */
	wording: Text;
	baseline: { share: number; year: number; n: number | null; wording: Text } | null;
	/** The period that the goal is for: a verdict is given for that alone. */
	period: 'quarter' | 'half-year' | 'year' | 'round';
};

/** The goals that are a share of a survey's statement. */
export const surveyTargets = (goals: readonly Goal[]): SurveyTarget[] =>
	goals
		.filter(({ ended }) => !ended)
		.flatMap((goal) =>
			goal.aims.flatMap((aim) => {
				if (aim.kind !== 'value') return [];
				const measure = measureOf(goal, aim.measure);
				if (measure?.kind !== 'survey' || measure.statistic !== 'share') return [];
				const { item, wording, period, baseline } = measure;
				return [
					{
						id: goal.id,
						item,
						goal: aim.value,
						wording,
						baseline:
							baseline && baseline.value !== null
								? {
										share: baseline.value,
										year: Number(baseline.period.slice(0, 4)),
										n: baseline.n,
										wording: baseline.wording ?? wording
									}
								: null,
						period
					}
				];
			})
		);
