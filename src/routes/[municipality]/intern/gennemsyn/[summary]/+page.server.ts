import { today } from '$lib/server/core/environment.ts';
import { textOf, textsOf } from '$lib/server/core/form-data.ts';
import * as review from '$lib/server/interviews/review.ts';
import { actionsFor, mayRead, mayReadHistory } from '$lib/server/interviews/reviewers.ts';
import * as summaries from '$lib/server/interviews/summaries.ts';
import { changes } from '$lib/interviews/changes.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../asking.ts';
import { asReviewer } from '../../interviewing.ts';
import { subjectOf } from '../../summarising.ts';

const REMARK_MAX = 1000;
const RemarkText = z.string().check(z.trim(), z.minLength(2), z.maxLength(REMARK_MAX));

export const load: PageServerLoad = (event) => {
	const { db, plan, by, staff, summary } = asked(event);
	if (!mayRead(db, summary, by)) error(403);
	// Who only reads what the committee reads has nothing to do with what was taken out of it.
	const readsAll = mayReadHistory(db, summary, by);
	const all = summaries.versions(db, summary.id).slice(readsAll ? 0 : -1);
	const versionOf = (name: string) =>
		all.find(({ version }) => version === Number(event.url.searchParams.get(name)));
	const shown = versionOf('version') ?? all.at(-1);
	const before =
		versionOf('fra') ??
		all.findLast(({ version, text }) => version < (shown?.version ?? 0) && text);
	return {
		summary: { id: summary.id, state: summary.state },
		subject: subjectOf(db, plan, summary),
		version: shown,
		isLatest: shown?.version === all.at(-1)?.version,
		versions: all.map(({ version, name, day, text }) => ({
			version,
			name,
			day,
			isErased: text === ''
		})),
		changed:
			shown && before && before.version !== shown.version
				? { from: before.version, parts: changes(before.text, shown.text) }
				: undefined,
		remarks: summaries
			.remarks(db, summary.id)
			.filter(({ version }) => readsAll && version === shown?.version)
			.map((remark) => ({ ...remark, isMine: remark.user === staff.id })),
		// What was asked for stands beside what came of it.
		earlier:
			readsAll && before && shown?.version === all.at(-1)?.version
				? summaries
						.remarks(db, summary.id)
						.filter(({ version }) => version === before.version)
						.map(({ id, name, text, start, end }) => ({
							...{ id, name, text },
							about: before.text.slice(start, end)
						}))
				: [],
		signatures: review.signatures(db, summary.id),
		decided: review.steps(db, summary.id).findLast(({ action }) => action === 'decide'),
		may: [...actionsFor(db, summary, by)],
		remarkMax: REMARK_MAX,
		isSentNow: event.url.searchParams.has('sendt')
	};
};

export const actions: Actions = {
	remark: async (event) => {
		const { db, by, summary, data } = await read(event, 'remark');
		const text = RemarkText.safeParse(textOf(data, 'text'));
		const marked = textsOf(data, 'marked').map(Number);
		const recognisable = data.has('recognisable');
		if (!text.success) {
			const given = textOf(data, 'text');
			const refusal = given.length > REMARK_MAX ? ('too-long' as const) : ('no-words' as const);
			return fail(400, { refusal, given, marked, recognisable });
		}
		const remark = { marked, text: text.data, recognisable };
		const outcome = review.remark(db, summary.id, by, remark, today());
		if (!outcome.ok)
			return fail(400, {
				refusal: outcome.reason,
				given: text.data,
				marked,
				recognisable
			});
		return { done: 'remarked' as const };
	},

	unremark: async (event) => {
		const { db, by, summary, data } = await read(event, 'unremark');
		const ask = askFirst(event, data, 'removeRemark');
		if (ask) return ask;
		const outcome = review.unremark(db, summary.id, by, textOf(data, 'id'), today());
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		return { done: 'unremarked' as const };
	},

	return: async (event) => {
		const { db, by, summary, about, note } = await read(event, 'return');
		return moved(event, review.returnToAuthor(db, summary.id, by, today()), 'returned', () =>
			note('summary-returned', about)
		);
	},

	markSeen: async (event) => {
		const { db, by, summary, about, note, data } = await read(event, 'markSeen');
		const ask = askFirst(event, data, 'markSeen');
		if (ask) return ask;
		const outcome = review.markSeen(db, summary.id, by, today());
		const done = outcome.ok && outcome.state === 'seen' ? 'seen' : 'halfSeen';
		return moved(event, outcome, done, () => note('summary-seen', about));
	},

	confirm: async (event) => {
		const { db, by, summary, about, note, data } = await read(event, 'confirm');
		const ask = askFirst(event, data, 'confirmSummary');
		if (ask) return ask;
		return moved(event, review.confirm(db, summary.id, by, today()), 'seen', () =>
			note('summary-confirmed', about)
		);
	}
};

/** Who may no longer read it goes back to the list. */
function moved(
	event: RequestEvent,
	outcome: ReturnType<typeof review.confirm>,
	done: 'returned' | 'seen' | 'halfSeen',
	note: () => void
) {
	if (!outcome.ok) return fail(409, { refusal: outcome.reason });
	note();
	if (done === 'returned') redirect(303, event.url.pathname.replace(/\/[^/]+$/, ''));
	return { done };
}

function asked(event: Pick<RequestEvent, 'locals' | 'route' | 'params'>, action?: string) {
	const authorised = asReviewer(event, action);
	const summary = summaries.find(authorised.db, event.params.summary ?? '');
	if (!summary) error(404);
	const { name, number } = subjectOf(authorised.db, authorised.plan, summary);
	return { ...authorised, summary, about: number ? `${name} nr. ${number}` : name };
}

async function read(event: RequestEvent, action: string) {
	return { ...asked(event, action), data: await event.request.formData() };
}
