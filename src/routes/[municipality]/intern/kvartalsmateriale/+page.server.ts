import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { changes } from '$lib/server/results/quarter-figures.ts';
import * as committee from '$lib/server/staff/committee.ts';
import * as material from '$lib/server/interviews/material.ts';
import * as review from '$lib/server/interviews/review.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { briefing } from '$lib/interviews/briefing.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { asReviewer } from '../interviewing.ts';
import { subjectOf } from '../summarising.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = asReviewer(event);
	const day = today();
	const quarters = material.quarters(db, day);
	const asked = event.url.searchParams.get('kvartal');
	const quarter = quarters.find((each) => each === asked) ?? quarters[0] ?? '';
	const signed = signedOf(session);
	const items = material.of(db, quarter).map(({ summary, decided }) => ({
		id: summary.id,
		state: summary.state,
		text: summaries.latest(db, summary.id)?.text ?? '',
		subject: subjectOf(db, plan, summary),
		signatures: review.signatures(db, summary.id),
		decided
	}));
	return {
		quarter,
		quarters,
		committee: committee.on(db, day)?.name ?? plan.committee,
		today: day,
		mayInclude: may(signed, event.route.id, 'include'),
		mayDecide: may(signed, event.route.id, 'decide'),
		waiting: material.waiting(db).map((summary) => {
			const { name, number } = subjectOf(db, plan, summary);
			return { id: summary.id, name, number };
		}),
		items,
		briefing: briefing(items.map(({ subject }) => subject)),
		changes: changes(db, quarter, day),
		promises: plan.promises.map(({ id, text }) => ({ id, text: text.da }))
	};
};

export const actions: Actions = {
	include: async (event) => {
		const { db, by, id, data, about, note } = await read(event, 'include');
		const quarter = textOf(data, 'quarter');
		if (!/^\d{4}-Q[1-4]$/.test(quarter)) error(400);
		const outcome = review.include(db, id, by, quarter, today());
		if (!outcome.ok) return fail(409, { id, refusal: outcome.reason });
		note('summary-in-material', `${about} ${quarter}`);
		return { done: 'included' as const };
	},

	exclude: async (event) => {
		const { db, by, id, about, note } = await read(event, 'exclude');
		const outcome = review.exclude(db, id, by, today());
		if (!outcome.ok) return fail(409, { id, refusal: outcome.reason });
		note('summary-out-of-material', about);
		return { done: 'excluded' as const };
	},

	decide: async (event) => {
		const { db, by, id, data, about, note } = await read(event, 'decide');
		const given = {
			meetingOn: textOf(data, 'meetingOn'),
			item: textOf(data, 'item'),
			decision: textOf(data, 'decision')
		};
		const decision = review.Decision.safeParse(given);
		if (!decision.success) return fail(400, { id, given, refusal: 'not-whole' as const });
		const outcome = review.decide(db, id, by, decision.data, today());
		if (!outcome.ok) return fail(400, { id, given, refusal: outcome.reason });
		note('summary-decided', `${about}: ${given.meetingOn}, punkt ${given.item}`);
		return { done: 'decided' as const };
	}
};

async function read(event: RequestEvent, action: string) {
	const authorised = asReviewer(event, action);
	const data = await event.request.formData();
	const summary = summaries.find(authorised.db, textOf(data, 'id'));
	if (!summary) error(404);
	const { name, number } = subjectOf(authorised.db, authorised.plan, summary);
	return { ...authorised, data, id: summary.id, about: number ? `${name} nr. ${number}` : name };
}
