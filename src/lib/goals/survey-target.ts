import type { Text } from '../i18n/text.ts';
import { addMonths, type Month } from '../calendar.ts';
import { measureOf, type Goal, type When } from './goal.ts';
import { lastEnded, within } from './period.ts';

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
	/** The time that the plan sets, where it sets one: figures of another time are not held against it. */
	when?: Exclude<When, { kind: 'undated' }>;
};

/** Months, both included. */
type Span = { from: Month; to: Month };
/** A survey of a year before the day that something is to be reached by is the newest there can be of it. */
const MONTHS_BEFORE = 12;

/** The months whose answers an aim is for: the last of its periods, or the year up to its day. Null where it sets no time. */
export function spanOf(when: When): Span | null {
	if (when.kind === 'undated') return null;
	if (when.kind === 'by') {
		const to = lastEnded('month', when.day);
		return { from: addMonths(to, 1 - MONTHS_BEFORE), to };
	}
	const months = within('month', when.periods.at(-1) ?? '');
	return { from: months[0] ?? '', to: months.at(-1) ?? '' };
}

/** @param unit a month, or a unit of another kind, which is in no span */
export const isIn = ({ from, to }: Span, unit: string): boolean =>
	/^\d{4}-\d{2}$/.test(unit) && unit >= from && unit <= to;

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
						period,
						...(aim.when.kind !== 'undated' && { when: aim.when })
					}
				];
			})
		);

/** The months of a round that a target is for. */
export function ofTime<U extends { unit: string }>(
	{ when }: SurveyTarget,
	months: readonly U[]
): U[] {
	const span = when ? spanOf(when) : null;
	return months.filter(({ unit }) => span === null || isIn(span, unit));
}

/** What a statement is held against in a round of these months: a target of just that time goes before one without a time. */
export function targetIn(
	goals: readonly Goal[],
	item: string,
	months: readonly { unit: string }[]
): SurveyTarget | null {
	const own = surveyTargets(goals).filter((target) => target.item === item);
	const dated = own.find((target) => target.when && ofTime(target, months).length > 0);
	return dated ?? own.find(({ when }) => !when) ?? null;
}
