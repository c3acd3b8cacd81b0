import { runnerImport } from 'vite';

type Modules = typeof import('./server-modules.ts');

let known: Promise<Modules> | undefined;

/** One of the server's own modules, read as its build reads them: SQL files come by Vite. */
export async function imported<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
	known ??= runnerImport<Modules>('./tests/support/server-modules.ts', { configFile: false }).then(
		({ module }) => module
	);
	return (await known)[name];
}
