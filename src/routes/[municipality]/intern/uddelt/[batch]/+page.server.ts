import { today } from '$lib/server/core/environment.ts';
import { textOf, WholeNumber } from '$lib/server/core/form-data.ts';
import * as changes from '$lib/server/rounds/batch-changes.ts';
import * as collecting from '$lib/server/rounds/collecting.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, batch } = asked(event);
	const teams = collecting.teamsOf(plan, batch.round);
	return {
		batch: { ...batch, round: { id: batch.round.id, name: batch.round.name.da } },
		list: listOf(batch),
		teams,
		months: changes.monthsOf(db, batch.round, today()),
		mayChange: batch.state !== 'void' && changes.isOpen(db, batch, today()),
		reasonMax: changes.REASON_MAX
	};
};

export const actions: Actions = {
	take: (event) => {
		const { db, plan, batch, asker } = asked(event, 'take');
		const outcome = changes.takeOut(db, plan, batch.id, asker);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		return { done: 'taken' as const };
	},

	correct: async (event) => {
		const { db, plan, batch, asker } = asked(event, 'correct');
		const data = await event.request.formData();
		const given = {
			month: textOf(data, 'month'),
			team: textOf(data, 'team'),
			count: textOf(data, 'count'),
			reason: textOf(data, 'reason')
		};
		const count = WholeNumber.safeParse(given.count).data ?? 0;
		const outcome = changes.correct(db, plan, batch.id, { ...given, count }, asker);
		if (!outcome.ok) return fail(400, { given, refusal: outcome.reason });
		return { done: 'corrected' as const };
	},

	cancel: async (event) => {
		const { db, plan, batch, asker } = asked(event, 'cancel');
		const cancelling = textOf(await event.request.formData(), 'cancelling');
		const outcome = changes.cancel(db, plan, batch.id, cancelling, asker);
		if (!outcome.ok) return fail(400, { cancelling, refusal: outcome.reason });
		redirect(303, `/${plan.municipality}/intern${listOf(batch)}&kasseret`);
	}
};

/** The page that the batch stands on. */
const listOf = ({ channel, round }: changes.BatchOfRound): string =>
	`/${channel === 'code' ? 'koder' : 'papir'}?maaling=${round.id}`;

function asked(event: RequestEvent, action?: string) {
	const authorised = authorise(event, action);
	const batch = changes.find(authorised.db, Number(event.params.batch));
	if (!batch) error(404);
	const asker = { by: authorised.staff.id, today: today(), now: new Date() };
	return { ...authorised, batch, asker };
}
