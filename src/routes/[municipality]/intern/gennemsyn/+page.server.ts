import { today } from '$lib/server/core/environment.ts';
import { awaits } from '$lib/server/overview/interview-cards.ts';
import * as review from '$lib/server/interviews/review.ts';
import { mayRead } from '$lib/server/interviews/reviewers.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { isOpen } from '$lib/interviews/review.ts';
import type { PageServerLoad } from './$types';
import { asReviewer } from '../interviewing.ts';
import { subjectOf } from '../summarising.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, by } = asReviewer(event);
	const readable = summaries
		.list(db)
		.filter((summary) => mayRead(db, summary, by))
		.map((summary) => {
			const { name, number } = subjectOf(db, plan, summary);
			const last = review.steps(db, summary.id).at(-1);
			return {
				id: summary.id,
				name,
				number,
				state: summary.state,
				since: last?.day ?? summary.begunOn,
				by: last?.name,
				awaitsMe: awaits(db, summary, by),
				isDraft: summary.state === 'draft' || summary.state === 'returned'
			};
		});
	return {
		today: today(),
		mine: readable.filter(({ awaitsMe }) => awaitsMe),
		open: readable.filter(({ state, awaitsMe }) => isOpen(state) && !awaitsMe),
		seen: readable.filter(({ state }) => !isOpen(state))
	};
};
