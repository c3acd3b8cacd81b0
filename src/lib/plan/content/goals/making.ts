import type { Text } from '../../../i18n/text.ts';
import type { Aim, Goal, When } from '../../../goals/goal.ts';
import type { RegisteredMeasure, SurveyMeasure, Table } from '../../../goals/measure.ts';
import type { Day } from '../../../calendar.ts';

/** How the plans' goals are written down: shorthands that say nothing of any plan. */
export const quoting =
	(plan: string) =>
	(lines: number[], ...passages: string[]): Goal['source'] => ({
		kind: 'verbatim',
		plan,
		lines,
		passage: passages.join(' … ')
	});

export const undated: When = { kind: 'undated' };
/** Until the end of this day. */
export const by = (day: Day): When => ({ kind: 'by', day });
/** The goal of each of these periods. */
export const during = (...periods: string[]): When => ({ kind: 'for', periods });

type More = Partial<Pick<RegisteredMeasure, 'id' | 'name' | 'baseline' | 'table' | 'runningTotal'>>;
export const figure = (
	unit: RegisteredMeasure['unit'],
	every: RegisteredMeasure['every'],
	better: RegisteredMeasure['better'],
	more: More = {}
): RegisteredMeasure => ({ kind: 'registered', id: 'figure', unit, every, better, ...more });

export const table = (id: string): Table => ({ id, hierarchies: {} });

/** A statement of the questionnaire; its own words are what is measured. */
export const surveyShare = (
	id: string,
	item: string,
	wording: Text,
	more: Partial<SurveyMeasure> = {}
): SurveyMeasure => ({
	kind: 'survey',
	id,
	item,
	statistic: 'share',
	name: wording,
	wording,
	period: 'round',
	...more
});

/** Better, without a number. */
export const towards = (measure: string): Aim => ({ kind: 'direction', measure, when: undated });
