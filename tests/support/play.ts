import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import * as codes from '../../src/lib/server/codes.ts';
import * as daily from '../../src/lib/server/daily.ts';
import { openFile, type Db } from '../../src/lib/server/database.ts';
import { withCode, type Given } from '../../src/lib/server/demo/given.ts';
import * as intake from '../../src/lib/server/intake.ts';
import { admit } from '../../src/lib/server/opening.ts';
import * as rounds from '../../src/lib/server/rounds.ts';
import type { Acknowledgement } from '../../src/lib/survey/submission.ts';
import { inOrder, type Row } from '../recount/recount.ts';

export type Played = { db: Db; keysFolder: string; replies: Acknowledgement[] };

/** Lets the server live through what was given, day by day, without the network: only the seal is left out. */
export async function play(plan: Plan, given: Given, until: Day, file?: string): Promise<Played> {
	const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-keys-'));
	const db = openFile(file ?? ':memory:');
	const [questionnaire] = plan.questionnaires;
	if (!questionnaire) throw new Error('a plan asks something');
	for (const round of given.rounds) {
		const opened = rounds.open(db, keysFolder, round, questionnaire, 500);
		if (!opened.ok) throw new Error(opened.reason);
	}
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
		replies.push(...(await intake.count(db, keysFolder, admitted, today)));
	}
	daily.turn(db, keysFolder, until);
	return { db, keysFolder, replies };
}

function handOut(db: Db, keysFolder: string, given: Given): string[][] {
	return given.batches.map(({ round, channel, team, month, invited }) => {
		const batch = { round, team, month, count: invited };
		if (channel === 'paper') {
			codes.handOutPaper(db, batch);
			return [];
		}
		const prefix = given.rounds.find((each) => each.id === round)?.prefix ?? '';
		return codes.make(db, keysFolder, { ...batch, prefix });
	});
}

export const released = (db: Db): Row[] =>
	db
		.prepare<[], Row>(
			'select round, unit, series, breakdown, category, item, answer, n from released'
		)
		.all()
		.sort(inOrder);
