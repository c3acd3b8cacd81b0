import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, monthOf, type Day } from '../../src/lib/calendar.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import { questionnaireHash } from '../../src/lib/server/rounds/questionnaire-hash.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { BreakdownName } from '../../src/lib/survey/round.ts';
import { POINTS } from '../../src/lib/survey/scale.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';

/** The plan with seven statements and a target. */
export const MUNICIPALITY = 'vejen';

/** A municipality with one round, on the disk that the system keeps temporary files on. */
export type Bench = {
	db: Db;
	plan: Plan;
	kept: rounds.KeptRound;
	dataFolder: string;
	keysFolder: string;
	variables: { DATA_DIR: string; KEYS_DIR: string };
	remove: () => void;
};

/** @param breakdown where the round is to have that one alone */
export function bench(opensOn: Day, closesOn: Day, breakdown?: BreakdownName): Bench {
	const plan = plans.find(MUNICIPALITY);
	const questionnaire = plan?.questionnaires[0];
	if (!plan || !questionnaire) throw new Error(`no plan called ${MUNICIPALITY}`);
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-bench-'));
	const variables = { DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys') };
	mkdirSync(variables.DATA_DIR);
	const keysFolder = join(variables.KEYS_DIR, MUNICIPALITY);
	const db = openFile(join(variables.DATA_DIR, `${MUNICIPALITY}.sqlite`));
	const round = {
		id: 'bench',
		prefix: 'BB',
		name: { da: 'Bench' },
		questionnaire: questionnaireHash(questionnaire),
		opensOn,
		closesOn,
		channels: ['code' as const],
		breakdowns: rounds
			.breakdownsOf(plan, 'quarter')
			.filter(({ name }) => !breakdown || name === breakdown)
	};
	const opened = rounds.open(db, keysFolder, round, questionnaire, 1000);
	if (!opened.ok) throw new Error(opened.reason);
	return {
		db,
		plan,
		kept: { round, questionnaire },
		dataFolder: variables.DATA_DIR,
		keysFolder,
		variables,
		remove: () => {
			if (db.open) db.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A day in the round's second month. */
export const someDay = ({ kept }: Bench): Day => addDays(kept.round.opensOn, 40);

/** Answers to personal codes. */
export function answers(place: Bench, n: number): Submission[] {
	const { db, keysFolder, kept } = place;
	const month = monthOf(kept.round.opensOn);
	const batch = { round: kept.round.id, prefix: kept.round.prefix, month, count: n };
	return codes
		.make(db, keysFolder, batch)
		.map((code, index) => ({ ...answer(place, index), code }));
}

/** Every statement answered, one answer in five with a comment. */
export function answer({ kept, plan }: Pick<Bench, 'kept' | 'plan'>, index: number): Submission {
	const { round, questionnaire } = kept;
	return {
		id: randomUUID(),
		round: round.id,
		questionnaire: round.questionnaire,
		answeredOn: addDays(round.opensOn, index % 60),
		channel: 'code',
		language: 'da',
		outcome: 'answered',
		about: { situation: plan.situations[index % plan.situations.length]?.id },
		answers: Object.fromEntries(
			questionnaire.items.map(({ id }, item) => [id, POINTS[(index + item) % 5] ?? 3])
		),
		comment:
			index % 5 === 0 ? 'Jeg fik svar på det, jeg spurgte om, og det var godt. '.repeat(3) : ''
	};
}
