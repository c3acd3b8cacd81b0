import * as z from 'zod/mini';
import { numberFrom, textFrom, Typed, TypedText, typedText } from './fields.ts';
import type { PlanForm } from './form.ts';

const Shape = z.object({
	title: Typed,
	period: z._default(z.object({ from: Typed, to: Typed }), { from: '', to: '' }),
	committee: Typed,
	languages: z._default(z.array(z.string().check(z.maxLength(8))), []),
	question: TypedText,
	terms: z._default(
		z.object({ municipality: TypedText, caseworker: TypedText, meeting: TypedText }),
		{ municipality: {}, caseworker: {}, meeting: {} }
	)
});

/** What the plan is called and for how long, its languages, and its own words for things. */
export const words: PlanForm<z.infer<typeof Shape>> = {
	part: 'words',
	shape: Shape,
	typed: ({ title, period, committee, languages, question, terms }) => ({
		title,
		period: { from: String(period.from), to: String(period.to) },
		committee,
		languages,
		question: typedText(question),
		terms: {
			municipality: typedText(terms.municipality),
			caseworker: typedText(terms.caseworker),
			meeting: typedText(terms.meeting)
		}
	}),
	into: ({ title, period, committee, languages, question, terms }) => ({
		edited: {
			title: title.trim(),
			period: { from: numberFrom(period.from), to: numberFrom(period.to) },
			committee: committee.trim(),
			// Danish is what every other language falls back to.
			languages: ['da', ...languages.filter((each) => each !== 'da')],
			question: textFrom(question),
			terms: {
				municipality: textFrom(terms.municipality),
				caseworker: textFrom(terms.caseworker),
				meeting: textFrom(terms.meeting)
			}
		}
	})
};
