import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { PublicKey } from '../../src/lib/seal/seal.ts';
import { openFile } from '../../src/lib/server/core/database.ts';
import * as keys from '../../src/lib/server/core/keys.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import { questionnaireHash } from '../../src/lib/server/rounds/questionnaire-hash.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import * as sealingKeys from '../../src/lib/server/rounds/sealing-keys.ts';
import * as grants from '../../src/lib/server/tablet/grants.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { answer } from '../bench/municipality.ts';

export const TODAY: Day = '2026-05-20';
const OPENS: Day = '2026-05-01';
const CLOSES: Day = '2026-07-31';
const ROUND = 'load';

/** A municipality of the country, with the codes that nobody has used yet. */
export type Town = {
	municipality: string;
	plan: Plan;
	kept: rounds.KeptRound;
	key: PublicKey;
	codes: string[];
	/** Tokens of tablets. */
	tablets: string[];
};
export type Job = { municipality: string; submission: Submission; key: PublicKey; token?: string };

/** Large ones and small ones, as there are. */
const weightOf = (at: number): number => 1 + ((at * 37) % 10);

/** Lays out a file and keys for every municipality: a round that is open, codes, tablets. */
export async function layOut(
	variables: { DATA_DIR: string; KEYS_DIR: string },
	{ invitations, tablets }: { invitations: number; tablets: number }
): Promise<Town[]> {
	mkdirSync(variables.DATA_DIR, { recursive: true });
	const all = plans.all();
	const weights = all.reduce((sum, _, at) => sum + weightOf(at), 0);
	const towns: Town[] = [];
	for (const [at, plan] of all.entries()) {
		const { municipality } = plan;
		const keysFolder = join(variables.KEYS_DIR, municipality);
		const db = openFile(join(variables.DATA_DIR, `${municipality}.sqlite`));
		const kept = keptOf(plan, at);
		const opened = rounds.open(db, keysFolder, kept.round, kept.questionnaire, 1000);
		if (!opened.ok) throw new Error(`${municipality}: ${opened.reason}`);
		await sealingKeys.prepare(db, keysFolder, TODAY);
		const key = keys.publicKey(keysFolder);
		if (!key) throw new Error(`${municipality}: no key`);
		const count = Math.max(60, Math.ceil((invitations * weightOf(at)) / weights));
		const { id: round, prefix } = kept.round;
		const made = codes.make(db, keysFolder, { round, prefix, month: '2026-05', count });
		const tokens = at < tablets ? [grants.make(db, { round, channel: 'tablet' })] : [];
		towns.push({ municipality, plan, kept, key, codes: made, tablets: tokens });
		db.close();
	}
	return towns;
}

function keptOf(plan: Plan, at: number): rounds.KeptRound {
	const questionnaire = plan.questionnaires[0];
	if (!questionnaire) throw new Error(`${plan.municipality} asks nothing`);
	const [first = 'A', second = 'A'] = ['ACDEFGHJKM'[Math.floor(at / 10)], 'ACDEFGHJKM'[at % 10]];
	const round = {
		id: ROUND,
		prefix: `${first}${second}`,
		name: { da: 'Maj' },
		questionnaire: questionnaireHash(questionnaire),
		opensOn: OPENS,
		closesOn: CLOSES,
		channels: ['code' as const, 'tablet' as const],
		breakdowns: rounds.breakdownsOf(plan, 'quarter')
	};
	return { round, questionnaire };
}

/** An answer to one of the town's codes, which is used up. */
export function byCode(town: Town, index: number): Job {
	const code = town.codes.pop();
	if (!code) throw new Error(`${town.municipality} has no more codes`);
	return jobOf(town, { ...answerOf(town, index), code });
}

/** An answer that waits on a tablet. */
export function onTablet(town: Town, index: number): Job {
	const [token] = town.tablets;
	const job = jobOf(town, { ...answerOf(town, index), channel: 'tablet' });
	return { ...job, ...(token && { token }) };
}

const jobOf = ({ municipality, key }: Town, submission: Submission): Job => ({
	municipality,
	submission,
	key
});

/** On a day of the month that has come. */
const answerOf = (town: Town, index: number): Submission => ({
	...answer(town, index),
	answeredOn: addDays(OPENS, index % 20)
});
