import { load as loadMessages } from '$lib/i18n/messages.ts';
import * as collecting from '$lib/server/rounds/collecting.ts';
import * as batches from '$lib/server/rounds/batches.ts';
import * as codes from '$lib/server/rounds/codes.ts';
import * as csv from '$lib/spreadsheet/csv.ts';
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
	const open = collecting.sendable(db, day);
	const round = open.find(({ id }) => id === event.url.searchParams.get('maaling')) ?? open[0];
	return {
		rounds: open.map(({ id, name }) => ({ id, name: name.da })),
		round: round && {
			id: round.id,
			closesOn: round.closesOn,
			opensOn: day < round.opensOn ? round.opensOn : undefined
		},
		teams: round ? collecting.teamsOf(plan, round) : [],
		months: round ? collecting.openMonths(db, round, day) : [],
		batches: round ? codes.batches(db, round.id).filter(({ channel }) => channel === 'code') : [],
		hasTablets: round?.channels.includes('tablet') ?? false,
		languages: languages.offered(db, plan, day),
		question: plan.question,
		isCancelled: event.url.searchParams.has('kasseret'),
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
		const count = WholeNumber.safeParse(given.count);
		if (!count.success || count.data > COUNT_MAX) {
			return fail(400, { given, reason: 'bad-count' as const });
		}
		const made = batches.makeCodes(
			{ db, keysFolder, plan },
			{
				round: textOf(data, 'round'),
				team: given.team,
				month: given.month,
				count: count.data,
				request,
				home: data.has('home'),
				isWaiting: true
			},
			{ by: staff.id, today: day, now: new Date() }
		);
		if (!made.ok) {
			return fail(made.reason === 'already-made' ? 409 : 400, { given, reason: made.reason });
		}
		const address = `${event.url.origin}/${plan.municipality}/k`;
		const batch = data.has('home') ? undefined : made.batch;
		return { made: { batch, ...(await sheet(made.codes, address, made.round.closesOn)) } };
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
