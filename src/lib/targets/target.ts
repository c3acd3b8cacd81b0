import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Source } from '../survey/questionnaire.ts';

/** A figure to reach, measured by one survey item of its own wording. Shares are whole per cent. */
export const SurveyTarget = z.strictObject({
	id: z.string(),
	item: z.string(),
	/** The share (answers 4–5 of 1–5) to reach, in per cent. */
	goal: z.number().check(z.gte(0), z.lte(100)),
	/** The plan's own wording of the goal. */
	wording: Text,
	baseline: z.optional(
		z.strictObject({
			share: z.number().check(z.gte(0), z.lte(100)),
			year: z.int(),
			/** How many answered; null where the plan prints none, and then no change is ever judged. */
			n: z.nullable(z.int()),
			wording: Text
		})
	),
	/** The period that the goal is for: a verdict is given for that alone. */
	period: z.enum(['quarter', 'half-year', 'year', 'round']),
	source: Source
});
export type SurveyTarget = z.infer<typeof SurveyTarget>;
