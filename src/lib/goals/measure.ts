import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Every, Period } from './period.ts';

export const GoalId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

export const Unit = z.enum(['per-cent', 'number', 'weeks', 'kroner']);
export type Unit = z.infer<typeof Unit>;

/** Which way is better: `higher` is more, `lower` is less; `neither` is only followed. */
export const Better = z.enum(['higher', 'lower', 'neither']);
export type Better = z.infer<typeof Better>;

/** Where the plan begins from. It stores what the plan prints, and null for what it does not. */
export const Baseline = z.strictObject({
	/** Null where the plan names the period alone: its registered figure is then what is compared with. */
	value: z.nullable(z.number()),
	/** "ca." */
	about: z.optional(z.literal(true)),
	period: Period,
	/** How many a survey's figure is of; null where none is printed, and then no change is ever judged. */
	n: z._default(z.nullable(z.int()), null),
	/** The whole country's value for the same period, as printed beside it. */
	national: z.optional(z.number()),
	/** The plan's own wording of what was measured then, where it is another than the goal's. */
	wording: z.optional(Text)
});
export type Baseline = z.infer<typeof Baseline>;

const filled = z.string().check(z.minLength(1));

/** A table of Jobindsats (STAR) that a measure can be fetched from. Chosen in the plan, never in code. */
export const Table = z.strictObject({
	id: z.string().check(z.regex(/^[a-z0-9_]{3,30}$/i)),
	/** What the table calls the column; needed only where it has more than one. */
	column: z.optional(filled),
	/** The column of an expected value (VIVE's model), where the table has one. */
	expected: z.optional(filled),
	/** Further hierarchies of the table, and the value of each that is wanted. */
	hierarchies: z._default(z.record(filled, filled), {})
});
export type Table = z.infer<typeof Table>;

/** What is counted. A goal may have several: "yderligere 20 % efter 2 års ophold". */
export const Measure = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('survey'),
		id: GoalId,
		/** Only where a goal has several. */
		name: z.optional(Text),
		/** The statement that citizens answer. */
		item: filled,
		/** The share of answers 4–5 in per cent, or the mean 1–5. */
		statistic: z.enum(['share', 'mean']),
		/** The plan's own wording of what is measured. */
		wording: Text,
		/** The period that the goal is for: a verdict is given for that alone. */
		period: z.enum(['quarter', 'half-year', 'year', 'round']),
		baseline: z.optional(Baseline)
	}),
	z.strictObject({
		kind: z.literal('registered'),
		id: GoalId,
		name: z.optional(Text),
		unit: Unit,
		every: Every,
		better: Better,
		baseline: z.optional(Baseline),
		/** Counts from the beginning and cannot fall: "ti nye virksomheder". It is reached as soon as it is there. */
		runningTotal: z.optional(z.literal(true)),
		table: z.optional(Table)
	})
]);
export type Measure = z.infer<typeof Measure>;
export type SurveyMeasure = Extract<Measure, { kind: 'survey' }>;
export type RegisteredMeasure = Extract<Measure, { kind: 'registered' }>;

export const isRegistered = (measure: Measure): measure is RegisteredMeasure =>
	measure.kind === 'registered';

/** A survey's share or mean is always better when it is higher. */
export const betterOf = (measure: Measure): Better =>
	isRegistered(measure) ? measure.better : 'higher';
