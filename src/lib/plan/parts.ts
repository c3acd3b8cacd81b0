import { canonical } from '../survey/questionnaire.ts';
import type { Plan } from './plan.ts';

/** What a municipality edits itself, page by page. The rest of a plan comes with the program. */
export const PARTS = {
	words: ['title', 'period', 'committee', 'languages', 'terms', 'question'],
	promises: ['promises'],
	questionnaires: ['questionnaires'],
	teams: ['teams'],
	choices: ['situations', 'meetingForms'],
	goals: ['headings', 'goals', 'initiatives'],
	contacts: ['contacts'],
	population: ['population']
} as const satisfies { [part: string]: readonly (keyof Plan)[] };
export type Part = keyof typeof PARTS;
export type Edited = Partial<Pick<Plan, (typeof PARTS)[Part][number]>>;

const KEYS: readonly string[] = Object.values(PARTS).flat();

/** The edited parts of a plan: what a version is kept as. */
export const editedOf = (plan: Plan): Edited =>
	Object.fromEntries(Object.entries(plan).filter(([key]) => KEYS.includes(key)));

/** A plan with other edited parts, not parsed yet. A part that is not there is gone: the population table may be. */
export const withEdited = (plan: Plan, content: object): unknown => ({
	...Object.fromEntries(Object.entries(plan).filter(([key]) => !KEYS.includes(key))),
	...content
});

/** Whether a part says the same in both, however it was written down. */
export const isSamePart = (a: Edited, b: Edited, part: Part): boolean =>
	PARTS[part].every((key) => canonical(a[key] ?? null) === canonical(b[key] ?? null));

export const partOf = (key: string): Part | undefined =>
	(Object.keys(PARTS) as Part[]).find((part) => PARTS[part].some((each) => each === key));
