import { addMonths, monthOf, quarterOf, type Day } from '../../calendar.ts';
import { isReadByCommittee } from '../../interviews/review.ts';
import { shownAs, type Passage } from '../../interviews/passages.ts';
import type { Plan } from '../../plan/plan.ts';
import { showable } from '../../results/suppression.ts';
import * as comments from './comment-editing.ts';
import { COMMENTS_MIN } from '../intake/comments.ts';
import type { Db } from '../core/database.ts';
import * as interviews from '../interviews/interviews.ts';
import * as passages from '../interviews/passages.ts';
import { threshold } from '../core/settings.ts';
import * as summaries from '../interviews/summaries.ts';

/** `times`: how often the very same words stand, as short comments do. */
type Quote = {
	text: string;
	from: 'survey' | 'interview';
	isQuote: boolean;
	times: number;
};
/** What citizens say about a promise, or why it is not shown: too few, or another could be found by subtraction. */
export type Voice = { promise: string } & (
	| { shown: false }
	| {
			shown: true;
			people: number;
			comments: number;
			/** How many who were interviewed say that it works or could be better; not where they are so few that one is meant. */
			tones: { works: number; better: number } | undefined;
			quotes: Quote[];
	  }
);

/** Voices are gathered over a year: a quarter's interviews are a handful. */
const MONTHS = 12;

/**
 * Comments of the survey and coded passages of reviewed interviews, together by promise. Counted are people: a comment is
 * one, and so is a citizen who was interviewed, however much they said. The same threshold as everywhere hides small groups.
 */
export function gather(db: Db, plan: Plan, today: Day): { voices: Voice[]; k: number } {
	const k = threshold(db);
	const from = addMonths(monthOf(today), 1 - MONTHS);
	const said = comments
		.shown(db)
		.filter(({ unit }) => unit >= quarterOf(from) && unit <= quarterOf(monthOf(today)));
	const coded = reviewed(db, `${from}-01`, today);
	const gathered = [...plan.promises.map(({ id }) => id), ''].map((promise) => {
		const ofPromise = <T extends { promise: string | null }>(list: T[]) =>
			list.filter((each) => (each.promise ?? '') === promise);
		const remarks = ofPromise(said);
		const marks = ofPromise(coded);
		const people = remarks.length + new Set(marks.map(({ interview }) => interview)).size;
		return { promise, remarks, marks, people };
	});
	const shown = showable(new Map(gathered.map(({ promise, people }) => [promise, people])), k);
	return {
		k,
		voices: gathered
			.filter(({ promise }) => promise !== '')
			.map(({ promise, remarks, marks, people }) => {
				if (!shown.has(promise)) return { promise, shown: false };
				const of = (tone: Passage['tone']) =>
					new Set(marks.filter((each) => each.tone === tone).map(({ interview }) => interview))
						.size;
				return {
					promise,
					shown: true,
					people,
					comments: remarks.length,
					tones:
						people - remarks.length >= COMMENTS_MIN
							? { works: of('works'), better: of('better') }
							: undefined,
					quotes: quotesOf(remarks, marks)
				};
			})
	};
}

/** Passages of interviews whose summary the chair has seen, and that were held within the year. */
function reviewed(db: Db, from: Day, today: Day): Passage[] {
	const seen = summaries.list(db).filter(({ state }) => isReadByCommittee(state));
	const courses = new Set(seen.map(({ course }) => course));
	return [...courses].flatMap((course) =>
		interviews
			.list(db, course)
			.filter(({ id, heldOn }) => {
				const isSeen = seen.some(
					(each) => each.course === course && (each.interview === id || each.interview === null)
				);
				return isSeen && heldOn !== null && heldOn >= from && heldOn <= today;
			})
			.flatMap(({ id }) => passages.list(db, id))
	);
}

/** Each wording once; sorted by their words, so that nothing is left of who said what after whom. */
function quotesOf(remarks: comments.Edited[], marks: Passage[]): Quote[] {
	const said = [
		...remarks.map(
			({ text, isSummary }) => ({ text, from: 'survey', isQuote: !isSummary }) as const
		),
		...marks.flatMap((mark) => {
			const shown = shownAs(mark);
			return shown ? [{ ...shown, from: 'interview' } as const] : [];
		})
	];
	const quotes = new Map<string, Quote>();
	for (const each of said) {
		const key = JSON.stringify([each.text, each.from, each.isQuote]);
		quotes.set(key, { ...each, times: (quotes.get(key)?.times ?? 0) + 1 });
	}
	return [...quotes.values()].sort((a, b) => a.text.localeCompare(b.text, 'da'));
}
