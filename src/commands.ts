import process from 'node:process';
import { requireNode } from './build/node-floor.mjs';
import { asksForHelp, flaw, type Takes } from './lib/server/commands/usage.ts';
import { said } from './lib/server/core/environment.ts';

/** Throws with words for the operator when it could not do what was asked. */
export type Command = { takes: Takes; run: (args: string[]) => void | Promise<void> };
type Entry = { says: string; load: () => Promise<Command> };

// One line each; a command is loaded only when it is called.
const commands: { [name: string]: Entry } = {
	demo: {
		says: 'an invented year of all municipalities, made once and then served',
		load: () => import('./lib/server/demo/run.ts')
	},
	validate: {
		says: 'reads every plan and lists texts that lack a language',
		load: () => import('./lib/server/commands/validate.ts')
	},
	release: {
		says: 'publishes what is due [--today 2026-11-10, in a demo]',
		load: () => import('./lib/server/commands/figures/release.ts')
	},
	codes: {
		says: '<municipality> <round> <count> [--team id] [--url https://…]: a batch of codes as CSV',
		load: () => import('./lib/server/commands/codes.ts')
	},
	jobindsats: {
		says: '[municipality] [--table id]: fetches the registered figures that the plan names a table for',
		load: () => import('./lib/server/commands/figures/jobindsats.ts')
	},
	'rotate-key': {
		says: '<municipality>: a new key pair for citizens’ devices',
		load: () => import('./lib/server/commands/rotate-key.ts')
	},
	'retry-quarantine': {
		says: 'tries once more what could not be opened or understood',
		load: () => import('./lib/server/commands/quarantine.ts')
	},
	admin: {
		says: '<municipality> <e-mail> [name]: a link for the first administrator, shown once',
		load: () => import('./lib/server/commands/admin.ts')
	},
	language: {
		says: 'out <code> | in <code> <file> | show <code> <address> <folder>: a language as one CSV, back, and on its pages',
		load: () => import('./lib/server/commands/language.ts')
	},
	was: {
		says: 'what a municipality’s statement of accessibility can say of these pages',
		load: () => import('./lib/server/commands/was.ts')
	},
	errors: {
		says: '[id] < log: finds an error by the id that a page told, or sums up all there are',
		load: () => import('./lib/server/commands/errors.ts')
	},
	backup: {
		says: '<folder> [keys folder]: a verified copy of every file, kept for 30 days, and the keys of that moment, to two places',
		load: () => import('./lib/server/commands/backup.ts')
	},
	archive: {
		says: '<municipality> <folder>: what its archive is to have before anything is erased, described',
		load: () => import('./lib/server/commands/figures/archive.ts')
	},
	'check-copy': {
		says: '<folder> [--keys folder]: whether copies could be put back, and what would be lost',
		load: () => import('./lib/server/commands/check-copy.ts')
	},
	restore: {
		says: '<municipality> <folder> [--keys folder] [--yes]: puts a checked pair back, the server stopped',
		load: () => import('./lib/server/commands/restore.ts')
	},
	move: {
		says: '<municipality> <server> <data folder> <keys folder> [--back]: moves it to another app server while citizens answer',
		load: () => import('./lib/server/commands/move.ts')
	},
	'accept-older': {
		says: '<municipality> [--yes]: goes on with a file or keys older than the other half, or without keys that are gone',
		load: () => import('./lib/server/commands/accept-older.ts')
	}
};

requireNode();
await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<void> {
	if (!name || name === '--help' || name === '-h') return help();
	const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!entry) {
		console.error(`There is no command "${name}". These are there:\n`);
		help(console.error);
		process.exitCode = 2;
		return;
	}
	if (asksForHelp(args)) return console.log(useOf(name, entry));
	try {
		const { run, takes } = await entry.load();
		const wrong = flaw(args, takes);
		if (wrong !== undefined) {
			console.error(`${name}: ${wrong}. ${useOf(name, entry)}`);
			process.exitCode = 2;
			return;
		}
		await run(args);
	} catch (error) {
		console.error(said('DEBUG') ? error : `${name}: ${reasonOf(error)}`);
		process.exitCode = 1;
	}
}

function useOf(name: string, { says }: Entry): string {
	const [takes, does] = says.includes(': ') ? says.split(/: (.*)/s) : ['', says];
	return `This is how:\n\n  node build/commands.js ${name} ${takes}\n  ${does}\n\nNothing was done.`;
}

function help(say: (text: string) => void = console.log): void {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	say('node build/commands.js <command> …\n');
	for (const [name, { says }] of Object.entries(commands)) {
		say(`  ${name.padEnd(width)}  ${says}`);
	}
	say('\nDEBUG=1 shows where an error came from.');
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
