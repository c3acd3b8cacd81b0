import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { Round } from '../../src/lib/survey/round.ts';
import type { House } from './house.ts';

type Modules = {
	box: typeof import('../../src/lib/server/box.ts');
	database: typeof import('../../src/lib/server/database.ts');
	rounds: typeof import('../../src/lib/server/rounds.ts');
	plans: typeof import('../../src/lib/server/plans.ts');
	questionnaires: typeof import('../../src/lib/server/questionnaires.ts');
};

/** The server's own modules, read as its build reads them: SQL files come by Vite. */
export const imported = async <Name extends keyof Modules>(name: Name): Promise<Modules[Name]> =>
	(await runnerImport<Modules[Name]>(`./src/lib/server/${name}.ts`, { configFile: false })).module;

/** Opens a round of the municipality's own questionnaire in a running house, beside its server. */
export async function openRound(
	house: House,
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
	const db = database.openFile(join(house.variables.DATA_DIR ?? '', `${municipality}.sqlite`));
	const keysFolder = join(house.variables.KEYS_DIR ?? '', municipality);
	const opened = rounds.open(db, keysFolder, round, questionnaire, 500);
	db.close();
	if (!opened.ok) throw new Error(opened.reason);
	return round;
}
