import { runnerImport } from 'vite';

type Modules = {
	box: typeof import('../../src/lib/server/box.ts');
	codes: typeof import('../../src/lib/server/codes.ts');
	database: typeof import('../../src/lib/server/database.ts');
	keys: typeof import('../../src/lib/server/keys.ts');
	plans: typeof import('../../src/lib/server/plans.ts');
	questionnaires: typeof import('../../src/lib/server/questionnaires.ts');
	rounds: typeof import('../../src/lib/server/rounds.ts');
};

const imported = new Map<string, Promise<unknown>>();

/** One of the server's own modules, read as its build reads it: SQL files come by Vite. */
export function module<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
	const known = imported.get(name) ?? read(name);
	imported.set(name, known);
	return known as Promise<Modules[Name]>;
}

const read = async (name: string): Promise<unknown> =>
	(await runnerImport(`./src/lib/server/${name}.ts`, { configFile: false })).module;
