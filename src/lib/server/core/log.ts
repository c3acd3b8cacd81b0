import { randomUUID } from 'node:crypto';
import { environment } from './environment.ts';

/**
 * What a line may say: where and what kind, never what somebody wrote or who they are. No text of an error is among it: those of
 * JSON and of SQLite quote what they were given.
 */
export type Fields = {
	/** The error's id, as the page told it to whoever met it. */
	error?: string;
	municipality?: string;
	/** The route's pattern, not the address. */
	route?: string | null;
	status?: number;
	kind?: string;
	name?: string;
	path?: string;
	turn?: 'failed';
	/** Where in the program, the innermost first. */
	at?: string[];
	url?: string;
	signal?: string;
	seconds?: number;
	what?: string;
};
type Level = 'info' | 'warning' | 'error';

const FRAMES = 6;

/** One line of JSON. On a citizen's route it has its day alone: when somebody met an error is nobody's business. */
export function log(level: Level, event: string, fields: Fields = {}): void {
	const time = new Date().toISOString();
	const isOfCitizen = typeof fields.route === 'string' && !fields.route.includes('/intern');
	const line = JSON.stringify({
		time: isOfCitizen ? time.slice(0, 10) : `${time.slice(0, 16)}Z`,
		level,
		event,
		...fields
	});
	if (level === 'info') console.log(line);
	else console.error(line);
}

/** A line of what went wrong. @returns the id by which it is found again */
export function logError(event: string, problem: unknown, fields: Fields = {}): string {
	const error = randomUUID();
	const name = problem instanceof Error ? problem.name : typeof problem;
	log('error', event, { error, kind: name, ...fields, at: framesOf(problem) });
	return error;
}

/** For people where a person started the program, for programs where a service did (`LOG_FORMAT=json`). */
export function tell(words: string, event: string, fields: Fields = {}): void {
	if (environment().LOG_FORMAT === 'json') log('info', event, fields);
	else console.log(words);
}

/** The stack without its first lines, which are the error's own words. */
export const framesOf = (problem: unknown): string[] =>
	!(problem instanceof Error)
		? []
		: (problem.stack ?? '')
				.split('\n')
				.filter((line) => /^\s+at /.test(line) && !line.includes('node:'))
				.slice(0, FRAMES)
				.map((line) =>
					line
						.trim()
						.replace(/^at /, '')
						.replace(/(file:\/\/)?\/\S*?\/(build|src|node_modules)\//, '$2/')
				);
