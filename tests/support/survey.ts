import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import type { Questionnaire } from '../../src/lib/survey/questionnaire.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';

/** Two statements and a key item; what they say does not matter to counting. */
export const questionnaire: Questionnaire = {
	id: 'samtale',
	name: { da: 'Samtalen' },
	items: (['a', 'b', 'c'] as const).map((id) => ({
		id,
		text: { da: `Udsagn ${id}` },
		scale: 'agreement',
		source: { kind: 'ours', why: 'a test' },
		promises: []
	}))
};

export const round: Round = {
	id: 'foraar-2026',
	prefix: 'AB',
	name: { da: 'Forår 2026' },
	questionnaire: 'hash-of-samtale',
	opensOn: '2026-01-01',
	closesOn: '2026-06-30',
	channels: ['code', 'tablet', 'paper', 'open'],
	breakdowns: [
		{
			name: 'team',
			unit: 'quarter',
			categories: ['nord', 'syd', 'vest', 'unknown'],
			merged: { lille: 'vest' }
		},
		{ name: 'situation', unit: 'half-year', categories: ['ledig', 'syg', 'unknown'] },
		{ name: 'language', unit: 'round', categories: ['da', 'other'] }
	]
};

/** A municipality of its own in memory, with one open round and a keys folder that the operating system clears. */
export function municipality(changed: Partial<Round> = {}): {
	db: Db;
	keysFolder: string;
	kept: rounds.KeptRound;
} {
	const db = openFile(':memory:');
	const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-keys-'));
	const kept = { round: { ...round, ...changed }, questionnaire };
	const opened = rounds.open(db, keysFolder, kept.round, questionnaire, 500);
	if (!opened.ok) throw new Error(opened.reason);
	return { db, keysFolder, kept };
}

/** An answer to the open link, changed at will. */
export const submission = (changed: Partial<Submission> = {}): Submission => ({
	id: randomUUID(),
	round: round.id,
	questionnaire: round.questionnaire,
	answeredOn: '2026-02-10',
	channel: 'tablet',
	language: 'da',
	outcome: 'answered',
	about: {},
	answers: { a: 5, b: 4, c: 3 },
	comment: '',
	...changed
});

export const many = (n: number, changed: Partial<Submission> = {}): Submission[] =>
	Array.from({ length: n }, () => submission(changed));
