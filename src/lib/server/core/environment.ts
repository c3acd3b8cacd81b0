import * as z from 'zod/mini';
import * as calendar from '../../calendar.ts';
import { VARIABLES } from './variables.ts';

const Environment = z.object(VARIABLES);
type Environment = z.infer<typeof Environment>;
type Name = keyof Environment;

const NAMES = Object.keys(VARIABLES) as Name[];

/** What the framework's own server reads, when it is loaded. */
const HANDED_ON = [
	'ORIGIN',
	'PROTOCOL_HEADER',
	'HOST_HEADER',
	'PORT_HEADER',
	'ADDRESS_HEADER',
	'XFF_DEPTH',
	'BODY_SIZE_LIMIT'
] as const satisfies Name[];

/**
 * As it was written. An empty variable is one that is not set: that is how service files and containers leave them out. Files of
 * Windows begin with a mark and end their lines with one.
 */
export const said = (name: Name): string | undefined =>
	process.env[name]?.replace(/^\uFEFF/, '').trim() || undefined;

/** Every fault of what the variables say, each with the variable's name and the reason. */
export function faults(): string[] {
	const { error } = Environment.safeParse(allSaid());
	const alone = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
	if (said('TODAY') && said('DEMO') !== '1')
		alone.push('TODAY: is only for a demo (DEMO=1): it would move publication dates');
	if (said('XFF_DEPTH') && said('ADDRESS_HEADER')?.toLowerCase() !== 'x-forwarded-for')
		alone.push('XFF_DEPTH: is only read with ADDRESS_HEADER=x-forwarded-for');
	return alone;
}

let known: { stamp: string; values: Environment } | undefined;
let fixed: Environment | undefined;

/**
 * From here on they are what they are now, as for a server that has begun: to read all of them anew, several times in every
 * request, was half of what a small reply cost.
 * @returns what lets go of them again
 */
export function fix(): () => void {
	fixed = environment();
	return () => (fixed = undefined);
}

/** @throws with the name and the reason of each variable whose value is not one that can be used */
export function environment(): Environment {
	if (fixed) return fixed;
	const all = allSaid();
	const stamp = JSON.stringify(all);
	if (known?.stamp === stamp) return known.values;
	const wrong = faults();
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	known = { stamp, values: Environment.parse(all) };
	return known.values;
}

/** Gives the framework's server what it reads by itself as it was judged here. @param instead what it is told in their place */
export function handOn(instead: { [name in (typeof HANDED_ON)[number]]?: string } = {}): void {
	const values = environment();
	for (const name of HANDED_ON) {
		const isKnown = name === 'BODY_SIZE_LIMIT' || said(name) !== undefined;
		const value = instead[name] ?? (isKnown ? values[name] : undefined);
		if (value === undefined) delete process.env[name];
		else process.env[name] = String(value);
	}
}

/**
 * Pages are compressed by the same threads that wait for the disk: with the usual four, keys on their way there hold up readers.
 * Node makes them at their first use, and so this comes before it. Whoever runs the server may have said another number.
 */
export function askForThreads(): void {
	process.env.UV_THREADPOOL_SIZE ??= '16';
}

const allSaid = (): { [name: string]: string | undefined } =>
	Object.fromEntries(NAMES.map((name) => [name, said(name)]));

/** The date that this server goes by: today in Denmark, or the demo's. */
export const today = (): calendar.Day => environment().TODAY ?? calendar.today();

/** Languages that no plan offers: the pseudo-language of the tests. */
export const extraLanguages = (): string[] =>
	environment().EXTRA_LANGUAGES.split(',').filter(Boolean);
