import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Plan } from '../../plan/plan.ts';
import { environment } from '../core/environment.ts';

const Entry = z.strictObject({
	/** From STAR, one per organisation. */
	key: z.string().check(z.minLength(1)),
	/** What the tables call the municipality, where it is not what the plan calls it. */
	area: z.optional(z.string().check(z.minLength(1)))
});
const File = z.record(z.string(), Entry);
type Entries = z.infer<typeof File>;

export type Access = { base: string; key: string; area: string };

let known: { path: string; entries: Entries } | undefined;

/**
 * How a municipality reaches Jobindsats, or undefined where it has no key.
 * @throws naming the file, never what stands in it
 */
export function accessOf({ municipality, name }: Pick<Plan, 'municipality' | 'name'>) {
	const { JOBINDSATS_FILE, JOBINDSATS_URL } = environment();
	if (!JOBINDSATS_FILE) return undefined;
	const entries = read(JOBINDSATS_FILE);
	if (!Object.hasOwn(entries, municipality)) return undefined;
	const entry = entries[municipality];
	return (
		entry &&
		({ base: JOBINDSATS_URL, key: entry.key, area: entry.area ?? areaOf(name) } satisfies Access)
	);
}

/** "Vejen Kommune" is "Vejen" there. */
const areaOf = (name: string): string => name.replace(/ kommune$/i, '');

/**
 * What is wrong with the file, each fault with its path; never what stands in it.
 * @param municipalities that there are; a key of any other is a slip of the pen
 */
export function faults(path: string | undefined, municipalities: string[]): string[] {
	if (!path) return [];
	const { entries, wrong } = readFile(path);
	const strangers = Object.keys(entries)
		.filter((name) => !municipalities.includes(name))
		.map((name) => `JOBINDSATS_FILE: ${path}: ${name}: there is no municipality of that name`);
	return [...wrong, ...strangers];
}

function read(path: string): Entries {
	if (known?.path === path) return known.entries;
	const { entries, wrong } = readFile(path);
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	known = { path, entries };
	return entries;
}

function readFile(path: string): { entries: Entries; wrong: string[] } {
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
	} catch (problem) {
		// The reader of JSON quotes what it was given.
		const reason = problem instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
		return { entries: {}, wrong: [`JOBINDSATS_FILE: ${path} ${reason}`] };
	}
	const parsed = File.safeParse(value);
	if (parsed.success) return { entries: parsed.data, wrong: [] };
	const places = new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'it'));
	return {
		entries: {},
		wrong: [...places].map(
			(at) => `JOBINDSATS_FILE: ${path}: ${at} must be {"key": "…", "area": "…"}`
		)
	};
}
