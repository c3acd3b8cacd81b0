import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import * as daily from '../../src/lib/server/daily.ts';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import { withCode, type Given } from '../../src/lib/server/demo/year/given.ts';
import { handOut, openRounds } from '../../src/lib/server/demo/prepare.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import { admit } from '../../src/lib/server/intake/admission.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import type { Acknowledgement } from '../../src/lib/survey/submission.ts';
import { inOrder, type Row } from '../recount/recount.ts';

export type Played = { db: Db; keysFolder: string; replies: Acknowledgement[] };

// Every key is flushed to its disk: hundreds of municipalities are faster in memory, where there is such a folder.
const temporary = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Lets the server live through what was given, day by day, without the network: only the seal is left out. */
export async function play(plan: Plan, given: Given, until: Day): Promise<Played> {
	const keysFolder = mkdtempSync(join(temporary, 'oejenhoejde-keys-'));
	const db = openFile(':memory:');
	openRounds(db, keysFolder, plan, given);
	const made = handOut(db, keysFolder, given);
	const kept = new Map(rounds.list(db).map((each) => [each.round.id, each]));
	const replies: Acknowledgement[] = [];
	for (const { today, submissions } of given.phases) {
		daily.turn(db, keysFolder, today);
		const admitted = submissions.map((each) => {
			const { round, channel, team } = each.submission;
			const known = kept.get(round);
			const sent = withCode(each, made, known?.round.prefix ?? '');
			const grant =
				channel === 'tablet' || channel === 'paper' ? { round, channel, team } : undefined;
			const settled = admit(sent, known, grant);
			if (!settled) throw new Error(`${today}: not admitted: ${JSON.stringify(sent)}`);
			return settled;
		});
		const counted = await intake.count(db, keysFolder, admitted, today);
		replies.push(...counted.filter((reply) => reply !== undefined));
	}
	daily.turn(db, keysFolder, until);
	return { db, keysFolder, replies };
}

export const released = (db: Db): Row[] =>
	db
		.prepare<[], Row>(
			'select round, unit, series, breakdown, category, item, answer, n from released'
		)
		.all()
		.sort(inOrder);
