import { counts } from '$lib/interviews/calls.ts';
import { themes } from '$lib/interviews/passages.ts';
import type { Plan } from '$lib/plan/plan.ts';
import type { Db } from '$lib/server/core/database.ts';
import * as courses from '$lib/server/interviews/courses.ts';
import * as passages from '$lib/server/interviews/passages.ts';
import * as people from '$lib/server/interviews/people.ts';
import * as interviews from '$lib/server/interviews/interviews.ts';
import type { Summary } from '$lib/server/interviews/summaries.ts';

/** What a summary is of, and what stands beside it wherever it is read: of how many, and about what. */
export function subjectOf(db: Db, plan: Plan, { course: id, interview }: Summary) {
	const course = courses.find(db, id);
	const all = interviews.list(db, id);
	const of = all.find((each) => each.id === interview);
	const coded = interview ? passages.list(db, interview) : passages.ofCourse(db, id);
	return {
		course: id,
		name: course?.name ?? '',
		kind: course?.kind.name.da ?? '',
		interview,
		number: of?.number,
		holders: [
			...new Set((of ? [of] : all).flatMap((each) => each.holders.map(({ name }) => name)))
		],
		counts: counts(people.list(db, id).map(({ standing }) => standing)),
		/** Interviews that the citizen has taken back: what came from them must go from the text. */
		withdrawn: interview ? [] : all.filter((each) => each.isWithdrawn).map(({ number }) => number),
		promises: plan.promises.map(({ id: promise, text }) => ({ id: promise, text: text.da })),
		themes: themes(
			coded,
			plan.promises.map(({ id: promise }) => promise)
		)
	};
}
