import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Source } from '../survey/questionnaire.ts';
import { GoalId, Measure } from './measure.ts';
import { Period } from './period.ts';

/** A heading of the plan that goals and initiatives stand under, in the plan's order. */
export const Heading = z.strictObject({ id: GoalId, text: Text });
export type Heading = z.infer<typeof Heading>;

/** `for`: "Mål 2024", "i hhv. 2016 og 2017". `by`: "inden udgangen af 2. kvartal 2016". */
export const When = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('for'), periods: z.array(Period).check(z.minLength(1)) }),
	z.strictObject({ kind: z.literal('by'), day: z.iso.date() }),
	z.strictObject({ kind: z.literal('undated') })
]);
export type When = z.infer<typeof When>;

/** One thing to reach. "45 %" and "over landsgennemsnit" are two aims of one goal. */
export const Aim = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('value'),
		measure: GoalId,
		value: z.number(),
		/** "ca.": it is reached when the figure, rounded as the goal is printed, is there. */
		about: z.optional(z.literal(true)),
		/** "mindst" */
		atLeast: z.optional(z.literal(true)),
		when: When
	}),
	z.strictObject({
		kind: z.literal('change'),
		measure: GoalId,
		/** How much better, always positive: whether that is up or down is the measure's. */
		amount: z.number().check(z.positive()),
		/** Of the baseline in per cent, or in the measure's own unit. */
		unit: z.enum(['per-cent', 'own']),
		/** In all from the baseline, or in each of the years. */
		each: z.enum(['in-all', 'year']),
		when: When
	}),
	z.strictObject({
		kind: z.literal('national'),
		measure: GoalId,
		/** Which side of the whole country's value is wanted. */
		side: z.enum(['above', 'below']),
		when: When
	}),
	/** More of it, without a number. Without a measure nothing measures it yet. */
	z.strictObject({
		kind: z.literal('direction'),
		measure: z.optional(GoalId),
		when: When
	}),
	/** To be as a key figure that the source has beside it; how close, the plan does not say. */
	z.strictObject({ kind: z.literal('follow'), measure: GoalId, when: When }),
	/** Done or not done; followed as an initiative is. */
	z.strictObject({ kind: z.literal('done'), when: When })
]);
export type Aim = z.infer<typeof Aim>;

/** What a plan wants reached, as the plan prints it. */
export const Goal = z.strictObject({
	id: GoalId,
	heading: GoalId,
	/** What a row calls it. The plan's own words are in the source. */
	name: Text,
	source: Source,
	measures: z.array(Measure),
	aims: z.array(Aim).check(z.minLength(1)),
	/** The post that answers for it, never a person's name. */
	owner: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
	/** How we read words that can be read in two ways. */
	reading: z.optional(Text),
	/** The plan says it again under another heading: followed there. */
	sameAs: z.optional(GoalId),
	/** It is no longer worked for; it stays to be seen. */
	ended: z.optional(
		z.strictObject({ on: z.iso.date(), why: z.string().check(z.minLength(1), z.maxLength(2000)) })
	)
});
export type Goal = z.infer<typeof Goal>;

export const measureOf = (goal: Pick<Goal, 'measures'>, id: string | undefined) =>
	goal.measures.find((measure) => measure.id === id);

/** The measure of an aim, if anything measures it. */
export const measuredBy = (goal: Pick<Goal, 'measures'>, aim: Aim): Measure | undefined =>
	aim.kind === 'done' ? undefined : measureOf(goal, aim.measure);
