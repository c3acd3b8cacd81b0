import * as audit from '$lib/server/core/audit.ts';
import * as editing from '$lib/server/results/comment-editing.ts';
import { COMMENTS_MIN } from '$lib/server/intake/comments.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { COMMENT_MAX_CHARACTERS } from '$lib/survey/limits.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';
import { possibleNames } from '$lib/names.ts';

/** So many at a time: an editor reads every word. */
const PER_PAGE = 10;
/** Of those that are shown, the newest quarters' are at hand. */
const SHOWN_MAX = 50;
const Reason = z.enum(editing.REASONS);
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(COMMENT_MAX_CHARACTERS));

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const waiting = editing.unread(db);
	const names = new Map(rounds.list(db).map(({ round }) => [round.id, round.name.da]));
	return {
		left: waiting.length,
		comments: waiting.slice(0, PER_PAGE).map((comment) => ({
			...comment,
			round: names.get(comment.round) ?? comment.round,
			names: possibleNames(comment.text)
		})),
		shown: editing
			.shown(db)
			.sort((a, b) => (a.unit < b.unit ? 1 : a.unit > b.unit ? -1 : 0))
			.slice(0, SHOWN_MAX)
			.map(({ id, unit, round, text }) => ({
				id,
				unit,
				round,
				text,
				name: names.get(round) ?? round
			})),
		promises: plan.promises.map(({ id, text }) => ({ id, text: text.da })),
		tally: tallyOf(editing.tally(db), names),
		min: COMMENTS_MIN,
		max: COMMENT_MAX_CHARACTERS
	};
};

export const actions: Actions = {
	show: async (event) => {
		const { db, plan, data, id, note } = await asked(event, 'show');
		const text = Text.safeParse(textOf(data, 'text'));
		if (!text.success) return fail(400, { id, reason: 'empty' as const });
		const promise = plan.promises.find((each) => each.id === textOf(data, 'promise'))?.id ?? null;
		const isSummary = data.has('isSummary');
		if (!editing.show(db, id, { text: text.data, promise, isSummary })) {
			return fail(409, { id, reason: 'gone' as const });
		}
		note('comment-shown');
		return { done: 'shownNow' as const, undo: { id, unit: textOf(data, 'unit') } };
	},

	unshow: async (event) => {
		const { db, id, note } = await asked(event, 'unshow');
		if (!editing.unshow(db, id)) return fail(409, { id, reason: 'gone' as const });
		note('comment-unshown');
		return { done: 'unshownNow' as const };
	},

	hide: async (event) => {
		const { db, data, id, note } = await asked(event, 'hide');
		const reason = Reason.safeParse(textOf(data, 'reason'));
		if (!reason.success) return fail(400, { id, reason: 'noReason' as const });
		if (!editing.hide(db, id, reason.data)) return fail(409, { id, reason: 'gone' as const });
		note('comment-hidden');
		return { done: 'hiddenNow' as const };
	}
};

async function asked(event: RequestEvent, action: string) {
	const authorised = authorise(event, action);
	const data = await event.request.formData();
	const id = textOf(data, 'id');
	const unit = textOf(data, 'unit');
	const note = (what: audit.Deed) =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what,
			about: unit,
			...audit.moment(new Date())
		});
	return { ...authorised, data, id, note };
}

function tallyOf(rows: editing.Tally[], names: Map<string, string>) {
	const units = new Map<
		string,
		{ round: string; unit: string; shown: number; hidden: number; unread: number }
	>();
	for (const { round, unit, state, n } of rows) {
		const key = `${round}|${unit}`;
		const sums = units.get(key) ?? {
			round: names.get(round) ?? round,
			unit,
			shown: 0,
			hidden: 0,
			unread: 0
		};
		sums[state] += n;
		units.set(key, sums);
	}
	return [...units.values()];
}
