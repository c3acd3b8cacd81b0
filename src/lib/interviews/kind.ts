import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Contact } from '../survey/contact.ts';
import { Source } from '../survey/questionnaire.ts';

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

/** Whom a list of cases lets in: a course of so many months, ended ones too, or a talk in the last weeks. */
export const Eligibility = z.discriminatedUnion('rule', [
	z.strictObject({
		rule: z.literal('course-months'),
		months: z.int().check(z.gte(1), z.lte(60))
	}),
	z.strictObject({ rule: z.literal('talk-weeks'), weeks: z.int().check(z.gte(1), z.lte(52)) })
]);
export type Eligibility = z.infer<typeof Eligibility>;

/** An open question of the guide; one that is about a promise names it. */
export const Question = z.strictObject({
	id: Id,
	text: Text,
	promise: z.optional(Id),
	source: Source
});
export type Question = z.infer<typeof Question>;

/** Words that are read out before anything else; the citizen says yes to each. */
const ConsentWords = z.strictObject({ id: Id, text: Text });

export const INTERVIEWERS = ['chair', 'leader'] as const;

/** One way in which a plan lets citizens be heard at length. */
export const InterviewKind = z.strictObject({
	id: Id,
	name: Text,
	source: Source,
	/** Who holds the talk, by their role. */
	interviewers: z.array(z.enum(INTERVIEWERS)).check(z.minLength(1)),
	/** How many citizens are drawn, unless the municipality says otherwise when it begins. */
	citizens: z.int().check(z.gte(1), z.lte(100)),
	/** Months of the year by whose last day one is due. */
	due: z.array(z.int().check(z.gte(1), z.lte(12))).check(z.minLength(1)),
	eligibility: Eligibility,
	questions: z.array(Question).check(z.minLength(1), z.maxLength(20)),
	consent: z.array(ConsentWords).check(z.minLength(1), z.maxLength(8))
});
export type InterviewKind = z.infer<typeof InterviewKind>;

/** What an interviewer may come to hear that must not stay in a notebook. */
const ALARMS = ['child', 'suicide', 'threat'] as const;

/** The way out of this system: what to do, by which duty, and whom to call. */
export const Alarm = z.strictObject({
	id: z.enum(ALARMS),
	title: Text,
	text: Text,
	contacts: z.array(Contact).check(z.minLength(1))
});
export type Alarm = z.infer<typeof Alarm>;

/** The interviews' part of a plan. */
export const Interviews = z.strictObject({
	kinds: z.array(InterviewKind).check(z.minLength(1), z.maxLength(8)),
	alarms: z.array(Alarm).check(z.minLength(1))
});
export type Interviews = z.infer<typeof Interviews>;

/** What the shapes alone cannot say. @param promises the ids of the plan's promises */
export function contradictions(
	{ kinds, alarms }: Interviews,
	promises: ReadonlySet<string>
): { path: (string | number)[]; reason: string }[] {
	const found: { path: (string | number)[]; reason: string }[] = [];
	const twice = (ids: string[]) => new Set(ids).size < ids.length;
	if (twice(kinds.map(({ id }) => id))) {
		found.push({ path: ['kinds'], reason: 'two share an id' });
	}
	if (twice(alarms.map(({ id }) => id))) {
		found.push({ path: ['alarms'], reason: 'two share an id' });
	}
	kinds.forEach(({ questions, consent }, k) => {
		if (twice(questions.map(({ id }) => id))) {
			found.push({ path: ['kinds', k, 'questions'], reason: 'two share an id' });
		}
		if (twice(consent.map(({ id }) => id))) {
			found.push({ path: ['kinds', k, 'consent'], reason: 'two share an id' });
		}
		questions.forEach(({ promise }, q) => {
			if (promise && !promises.has(promise)) {
				found.push({
					path: ['kinds', k, 'questions', q, 'promise'],
					reason: `no promise is called "${promise}"`
				});
			}
		});
	});
	return found;
}
