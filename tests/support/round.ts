import { join } from 'node:path';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Site } from './site.ts';
import { imported } from './modules.ts';

/** Opens a round of the municipality's own questionnaire in a running site, beside its server. */
export async function openRound(
	site: Site,
	municipality: string,
	changed: Partial<Round> = {}
): Promise<Round> {
	const [database, rounds, plans, questionnaires] = await Promise.all([
		imported('database'),
		imported('rounds'),
		imported('plans'),
		imported('questionnaires')
	]);
	const plan = plans.find(municipality);
	const [questionnaire] = plan?.questionnaires ?? [];
	if (!questionnaire) throw new Error(`${municipality} asks nothing`);
	const round: Round = {
		id: '2026-05',
		prefix: 'AB',
		name: { da: 'Forår 2026' },
		questionnaire: questionnaires.questionnaireHash(questionnaire),
		opensOn: '2026-05-01',
		closesOn: '2026-08-31',
		channels: ['code', 'tablet', 'open'],
		breakdowns: [{ name: 'language', unit: 'round', categories: ['da', 'other'] }],
		...changed
	};
	const db = database.openFile(join(site.variables.DATA_DIR ?? '', `${municipality}.sqlite`));
	const keysFolder = join(site.variables.KEYS_DIR ?? '', municipality);
	const opened = rounds.open(db, keysFolder, round, questionnaire, 500);
	db.close();
	if (!opened.ok) throw new Error(opened.reason);
	return round;
}

const standing = new WeakMap<Site, Map<string, Promise<Round>>>();

/** The round of a municipality and an id that a worker's tests share, opened by the first that asks for it. */
export function sharedRound(
	site: Site,
	municipality: string,
	changed: Partial<Round> = {}
): Promise<Round> {
	const rounds = standing.get(site) ?? new Map<string, Promise<Round>>();
	standing.set(site, rounds);
	// By its id too: a worker plays one file after the other, and each asks for channels of its own.
	const name = `${municipality} ${changed.id ?? ''}`;
	const round = rounds.get(name) ?? openRound(site, municipality, changed);
	rounds.set(name, round);
	return round;
}

export const CODE_PLACE = 'glostrup';
/** The round that a worker's tests share where nobody answers without a code: one, since two would overlap. */
export const codeRound = (site: Site) =>
	sharedRound(site, CODE_PLACE, { channels: ['code'], prefix: 'CD', id: 'foraar' });

/** Codes of a round, as they are sent out. */
export async function makeCodes(
	site: Site,
	municipality: string,
	round: Round,
	count: number
): Promise<string[]> {
	const { code, out, error } = await site.command('codes', municipality, round.id, `${count}`);
	if (code !== 0) throw new Error(error);
	// The first line is a heading; the code stands before the address.
	return out
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(';')[0] ?? '');
}
