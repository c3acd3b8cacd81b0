import { join } from 'node:path';
import { monthOf } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { isOpen } from '../../survey/round.ts';
import * as codes from '../rounds/codes.ts';
import { open } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as plans from '../plan/plans.ts';
import * as rounds from '../rounds/rounds.ts';

const CODES_TO_TRY = 2;

/** What to open in a browser, line by line. */
export function addresses(): string[] {
	const { ORIGIN, HOST, PORT, DATA_DIR } = environment();
	const origin = ORIGIN || `http://${HOST}:${PORT}`;
	return [
		'',
		...plans
			.all()
			.flatMap((plan) => [
				plan.name,
				`  answer   ${origin}/${plan.municipality}`,
				...codesToTry(plan).map((code) => `  a code   ${origin}/${plan.municipality}/k#${code}`),
				`  results  ${origin}/${plan.municipality}/resultater`,
				`  staff    ${origin}/${plan.municipality}/intern`,
				...(plan.interviews
					? [`  a list   ${join(DATA_DIR, 'demo-liste.csv')} (to try a draw with)`]
					: [])
			]),
		''
	];
}

/** Codes are known only when they are made, so each start sends itself new ones. */
function codesToTry({ municipality }: Plan): string[] {
	const db = open(municipality);
	const asking = rounds
		.list(db)
		.map(({ round }) => round)
		.find((round) => isOpen(round, today()) && round.channels.includes('code'));
	if (!asking) return [];
	return codes.make(db, keys.folder(municipality), {
		round: asking.id,
		prefix: asking.prefix,
		month: monthOf(today()),
		count: CODES_TO_TRY
	});
}
