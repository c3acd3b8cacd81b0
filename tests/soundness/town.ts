import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from '../../src/lib/server/core/database.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import type { Channel } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { dice, pick } from '../faults/given.ts';
import { questionnaire, round, submission } from '../support/survey.ts';

export const DAY = '2026-02-20';
export const NIGHT = '2026-02-21';
const CHANNELS: Channel[] = ['code', 'code', 'tablet', 'paper', 'open'];
const ANSWERS = [1, 2, 3, 4, 5, 'na', 'unclear'] as const;

/** One who answered, as only they know it. */
export type Citizen = Submission & { hmac: string | undefined };

/** A municipality on a disk, with an open round, and citizens who have not answered yet. */
export function town(citizens: number, seed: number) {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-soundness-'));
	const keysFolder = join(folder, 'keys');
	const db = openFile(join(folder, 'town.sqlite'));
	const opened = rounds.open(db, keysFolder, round, questionnaire, 500);
	if (!opened.ok) throw new Error(opened.reason);
	const batch = { round: round.id, prefix: 'AB', team: 'nord', month: '2026-02', count: citizens };
	const made = codes.make(db, keysFolder, batch);
	const random = dice(seed);
	const given = Array.from({ length: citizens }, (_, n): Citizen => {
		const channel = CHANNELS[n % CHANNELS.length] ?? 'code';
		const code = channel === 'code' ? made[n] : undefined;
		const answers = Object.fromEntries(
			questionnaire.items.map(({ id }) => [id, pick<(typeof ANSWERS)[number]>(random, ANSWERS)])
		);
		return {
			...submission({ channel, code, answers, answeredOn: DAY }),
			about: { situation: pick(random, ['ledig', 'syg']) },
			team: pick(random, ['nord', 'syd', 'vest']),
			comment:
				random() < 0.5 ? `Tanke ${String.fromCharCode(97 + (n % 26))} ${'xyz'[n % 3]}${n}` : '',
			hmac: code && hmacOf(keysFolder, code)
		};
	});
	return { db, folder, keysFolder, kept: { round, questionnaire }, given };
}

const hmacOf = (keysFolder: string, code: string): string =>
	createHmac('sha256', readFileSync(join(keysFolder, 'codes.secret')))
		.update(code)
		.digest('hex');

/** One commit for each: the quiet municipality, which is the hard case. */
export async function answer(
	place: Pick<ReturnType<typeof town>, 'db' | 'keysFolder'>,
	given: Citizen[],
	day = DAY
): Promise<void> {
	for (const { hmac: _, ...each } of given) {
		const [reply] = await intake.count(place.db, place.keysFolder, [each], day);
		if (reply?.outcome !== 'counted') throw new Error(`${each.channel}: ${JSON.stringify(reply)}`);
	}
}
