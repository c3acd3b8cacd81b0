import { load as loadMessages } from '$lib/i18n/messages.ts';
import * as collecting from '$lib/server/rounds/collecting.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as codes from '$lib/server/rounds/codes.ts';
import * as csv from '$lib/server/core/csv.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf, WholeNumber } from '$lib/server/core/form-data.ts';
import * as languages from '$lib/server/plan/languages.ts';
import { format } from '$lib/survey/code.ts';
import { fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

const COUNT_MAX = 5000;
/** More letters than this are printed from a merged file, and not from a browser. */
const PRINT_MAX = 400;

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const day = today();
	const open = collecting.open(db, 'code', day);
	const round = open.find(({ id }) => id === event.url.searchParams.get('maaling')) ?? open[0];
	return {
		rounds: open.map(({ id, name }) => ({ id, name: name.da })),
		round: round && { id: round.id, closesOn: round.closesOn },
		teams: round ? collecting.teamsOf(plan, round) : [],
		months: round ? collecting.openMonths(db, round, day) : [],
		batches: round ? codes.batches(db, round.id).filter(({ channel }) => channel === 'code') : [],
		hasTablets: round?.channels.includes('tablet') ?? false,
		languages: languages.offered(db, plan, day),
		question: plan.question,
		max: COUNT_MAX,
		request: randomUUID()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, keysFolder, plan, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const day = today();
		const given = {
			team: textOf(data, 'team'),
			month: textOf(data, 'month'),
			count: textOf(data, 'count')
		};
		const request = textOf(data, 'request');
		const home = data.has('home');
		const round = collecting.open(db, 'code', day).find(({ id }) => id === textOf(data, 'round'));
		if (!round) return fail(400, { given, reason: 'bad-round' as const });
		const count = WholeNumber.safeParse(given.count);
		if (!count.success || count.data < 1 || count.data > COUNT_MAX) {
			return fail(400, { given, reason: 'bad-count' as const });
		}
		if (!collecting.openMonths(db, round, day).includes(given.month)) {
			return fail(400, { given, reason: 'bad-month' as const });
		}
		const team = collecting.teamsOf(plan, round).find(({ id }) => id === given.team);
		if (given.team !== '' && !team) return fail(400, { given, reason: 'bad-team' as const });
		if (codes.isMade(db, request)) return fail(409, { given, reason: 'already-made' as const });

		const made = codes.make(db, keysFolder, {
			round: round.id,
			prefix: round.prefix,
			team: team?.id,
			month: given.month,
			count: count.data,
			request,
			madeOn: day,
			home
		});
		audit.log(db, {
			who: staff.id,
			what: 'codes-made',
			about: collecting.batchInWords(round, given.month, team, made.length),
			...audit.moment(new Date())
		});
		const address = `${event.url.origin}/${plan.municipality}/k`;
		return { made: await sheet(made, address, round.closesOn) };
	}
};

/** The only time that the codes are known: as a file to merge, and as texts to print. */
async function sheet(made: string[], address: string, until: string) {
	const { codes: words } = await loadMessages('da', 'desk');
	const rows = made.map((code) => ({ code: format(code), link: `${address}#${code}` }));
	return {
		count: rows.length,
		address,
		until,
		rows: rows.length <= PRINT_MAX ? rows : [],
		csv: csv.file([
			[words.fileCode(), words.fileLink(), words.fileUntil()],
			...rows.map(({ code, link }) => [code, link, until])
		])
	};
}
