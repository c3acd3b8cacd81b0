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

const known = new Map<string, Promise<unknown>>();

/** One of the server's own modules, read as its build reads it: SQL files come by Vite. */
export function imported<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
	const found = known.get(name) ?? read(name);
	known.set(name, found);
	return found as Promise<Modules[Name]>;
}

const read = async (name: string): Promise<unknown> =>
	(await runnerImport(`./src/lib/server/${name}.ts`, { configFile: false })).module;
