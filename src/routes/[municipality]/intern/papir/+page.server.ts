import * as collecting from '$lib/server/rounds/collecting.ts';
import * as audit from '$lib/server/core/audit.ts';
import { PAPER_MAX } from '$lib/server/rounds/batch-changes.ts';
import * as codes from '$lib/server/rounds/codes.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf, WholeNumber } from '$lib/server/core/form-data.ts';
import * as languages from '$lib/server/plan/languages.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const day = today();
	const open = collecting.printable(db, day);
	const round = open.find(({ id }) => id === event.url.searchParams.get('maaling')) ?? open[0];
	return {
		rounds: open.map(({ id, name }) => ({ id, name: name.da })),
		round: round?.id,
		opensOn: round && day < round.opensOn ? round.opensOn : undefined,
		teams: round ? collecting.teamsOf(plan, round) : [],
		months: round ? collecting.openMonths(db, round, day) : [],
		batches: round ? codes.batches(db, round.id).filter(({ channel }) => channel === 'paper') : [],
		languages: languages.offered(db, plan, day),
		isCancelled: event.url.searchParams.has('kasseret'),
		max: PAPER_MAX,
		request: randomUUID(),
		mayKeyIn: may({ step: 'done', roles: session.staff.roles }, `${event.route.id}/tast`)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, plan, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const day = today();
		const given = {
			team: textOf(data, 'team'),
			month: textOf(data, 'month'),
			count: textOf(data, 'count')
		};
		const request = textOf(data, 'request');
		const round = collecting.printable(db, day).find(({ id }) => id === textOf(data, 'round'));
		if (!round) return fail(400, { given, reason: 'bad-round' as const });
		const count = WholeNumber.safeParse(given.count);
		if (!count.success || count.data < 1 || count.data > PAPER_MAX) {
			return fail(400, { given, reason: 'bad-count' as const });
		}
		if (!collecting.openMonths(db, round, day).includes(given.month)) {
			return fail(400, { given, reason: 'bad-month' as const });
		}
		const team = collecting.teamsOf(plan, round).find(({ id }) => id === given.team);
		if (given.team !== '' && !team) return fail(400, { given, reason: 'bad-team' as const });
		// The same form sent twice is the same forms handed out.
		if (codes.isMade(db, request)) return { done: count.data };

		const { month } = given;
		codes.handOutPaper(db, {
			round: round.id,
			team: team?.id,
			month,
			count: count.data,
			request,
			madeOn: day
		});
		audit.log(db, {
			who: staff.id,
			what: 'paper-handed-out',
			about: collecting.batchInWords(round, month, team, count.data),
			...audit.moment(new Date())
		});
		return { done: count.data };
	}
};
